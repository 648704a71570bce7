using JovaPos.Data;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos.Privacy;

/// <summary>
/// Takes a customer's request to be deleted from its receipt to the last message, one step at a time.
/// </summary>
[Purpose(Purposes.RightsHandling)]
public sealed class DeletionRequests(
    ShopContext shop,
    ShopContextPrivacy privacy,
    CustomerLetters letters,
    BusinessCalendar calendar,
    TimeProvider time,
    ILogger<DeletionRequests> log)
{
    /// <summary>Within how many business days of the confirmation the customer is erased [JOVA-3.4].</summary>
    public const int BusinessDays = 30;

    /// <summary>The zone in which the shop's days begin.</summary>
    private static readonly TimeZoneInfo Jakarta = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");

    /// <summary>
    /// A request by email or phone: the name and the address must be those of one account; null if not.
    /// </summary>
    public async Task<Guid?> ReceiveAsync(DeletionForm form, CancellationToken cancel)
    {
        var customer = await shop.Customers.SingleOrDefaultAsync(
            known => known.Email == form.Email && known.Name == form.Name, cancel);
        return customer is null ? null : await ReceiveAsync(customer.Id, form.Reason, cancel);
    }

    /// <summary>A request by a customer who is signed in.</summary>
    public async Task<Guid> ReceiveAsync(
        Guid customerId,
        [DataCategory(Categories.Communication.SupportRequest)] string? reason,
        CancellationToken cancel)
    {
        var request = new DeletionRequest
        {
            Id = Guid.NewGuid(),
            CustomerId = customerId,
            State = DeletionRequestState.Received,
            ReceivedAt = time.GetUtcNow(),
            Evidence = new DeletionEvidence { Id = Guid.NewGuid(), Reason = reason },
        };
        shop.DeletionRequests.Add(request);
        await shop.SaveChangesAsync(cancel);
        log.LogInformation("Deletion request {RequestId} received", request.Id);
        return request.Id;
    }

    /// <summary>The officer is sure who asks.</summary>
    [Purpose(Purposes.IdentityVerification)]
    public async Task VerifyIdentityAsync(Guid requestId, IdentityEvidence evidence, CancellationToken cancel)
    {
        var request = await StepAsync(requestId, DeletionRequestState.IdentityVerified, cancel);
        await shop.DeletionEvidence.Where(kept => kept.DeletionRequestId == requestId).LoadAsync(cancel);
        if (request.Evidence is { } kept)
            kept.IdentityDocument = evidence.Document;
        request.VerifiedAt = time.GetUtcNow();
        await shop.SaveChangesAsync(cancel);
    }

    /// <summary>Tells the customer what comes next and by when; from now the business days count.</summary>
    public async Task<DateOnly> ConfirmAsync(Guid requestId, CancellationToken cancel)
    {
        var request = await StepAsync(requestId, DeletionRequestState.Confirmed, cancel);
        var now = time.GetUtcNow();
        var dueOn = calendar.Add(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Jakarta).DateTime), BusinessDays);
        request.ConfirmedAt = now;
        request.DueOn = dueOn;
        await shop.SaveChangesAsync(cancel);

        var customer = await shop.Customers.SingleAsync(known => known.Id == request.CustomerId, cancel);
        await letters.ConfirmAsync(customer.Email, customer.Phone, dueOn, cancel);
        return dueOn;
    }

    /// <summary>
    /// Erases the customer, and writes the last message in the same transaction. What a law keeps stays without
    /// anybody's name on it, this request included; the receipt says what, why and until when.
    /// </summary>
    /// <exception cref="ErasureRefusedException">A legal hold lies on the customer; nothing was changed.</exception>
    public async Task<ErasureReceipt> EraseAsync(Guid requestId, CancellationToken cancel)
    {
        await using var transaction = await shop.Database.BeginTransactionAsync(cancel);
        var request = await StepAsync(requestId, DeletionRequestState.Erased, cancel);
        var customer = await shop.Customers.SingleAsync(known => known.Id == request.CustomerId, cancel);
        var farewell = new FarewellMessage
        {
            Id = Guid.NewGuid(),
            DeletionRequestId = requestId,
            Email = customer.Email,
            Phone = customer.Phone,
            WrittenAt = time.GetUtcNow(),
            LastPurchaseAt = customer.LastPurchaseAt ?? time.GetUtcNow(),
        };
        request.ErasedAt = time.GetUtcNow();
        await shop.SaveChangesAsync(cancel);

        var receipt = await privacy.EraseCustomerAsync(customer.Id, cancel: cancel);
        if (receipt.Outcome != ErasureOutcome.Erased)
            throw new ErasureRefusedException(requestId, receipt.Outcome);

        // The erasure has emptied the context: the request is read again, as it is now.
        request = await shop.DeletionRequests.SingleAsync(known => known.Id == requestId, cancel);
        request.Receipt = ReceiptText.Of(receipt);
        shop.FarewellMessages.Add(farewell);
        await shop.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        log.LogInformation("Deletion request {RequestId} done: {Rows} rows erased", requestId, receipt.RowsErased);
        return receipt;
    }

    /// <summary>
    /// Sends the last message and forgets its address. A crash in between sends it twice rather than never.
    /// </summary>
    public async Task NotifyAsync(Guid requestId, CancellationToken cancel)
    {
        var request = await StepAsync(requestId, DeletionRequestState.CustomerNotified, cancel);
        var farewell = await shop.FarewellMessages.SingleAsync(known => known.DeletionRequestId == requestId, cancel);
        await letters.FarewellAsync(farewell.Email, farewell.Phone, cancel);

        shop.FarewellMessages.Remove(farewell);
        request.ClosedAt = time.GetUtcNow();
        await shop.SaveChangesAsync(cancel);
        log.LogInformation("Deletion request {RequestId} closed", requestId);
    }

    /// <summary>Requests that are not closed, the most urgent first.</summary>
    public async Task<IReadOnlyList<DeletionRequestView>> OpenAsync(CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Jakarta).DateTime);
        return await shop.DeletionRequests
            .Where(request => request.ClosedAt == null)
            .OrderBy(request => request.DueOn ?? DateOnly.MaxValue).ThenBy(request => request.ReceivedAt)
            .Select(request => new DeletionRequestView
            {
                Id = request.Id,
                State = request.State,
                ReceivedAt = request.ReceivedAt,
                DueOn = request.DueOn,
                Overdue = request.ErasedAt == null && request.DueOn < today,
            })
            .ToListAsync(cancel);
    }

    private async Task<DeletionRequest> StepAsync(Guid requestId, DeletionRequestState next, CancellationToken cancel)
    {
        var request = await shop.DeletionRequests.SingleAsync(known => known.Id == requestId, cancel);
        if (request.State != next - 1)
            throw new WrongStepException(request.Id, request.State, next);

        request.State = next;
        return request;
    }
}
