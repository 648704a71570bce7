using JovaPos.Data;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos.Privacy;

/// <summary>
/// Requests to be deleted that reach the officer by email or phone, with what the customer says and shows. From then on they
/// are requests like those of the pages: the run time keeps their steps, times and messages.
/// </summary>
[Purpose(Purposes.RightsHandling)]
public sealed class DeletionRequests(ShopContext shop, IPrivacyRequests requests, TimeProvider time)
{
    // Two weeks to prove who asks, thirty business days to answer.
    private static readonly TimeSpan s_closedAtTheLatest = TimeSpan.FromDays(60);

    /// <summary>
    /// The name and the address must be those of one account; null if not. The code that proves it goes to that account's
    /// registered address, wherever the request came from.
    /// </summary>
    public async Task<Guid?> ReceiveAsync(DeletionForm form, CancellationToken cancel)
    {
        var customer = await shop.Customers.SingleOrDefaultAsync(
            known => known.Email == form.Email && known.Name == form.Name, cancel);
        if (customer is null)
            return null;
        var id = await ReceiveAsync(customer.Id, form.Reason, form.Channel, cancel);
        await requests.SendCodeAsync(id, cancel);
        return id;
    }

    /// <summary>The request of a known customer, with the reason that they gave.</summary>
    public async Task<Guid> ReceiveAsync(
        Guid customerId,
        [DataCategory(Categories.Communication.SupportRequest)] string? reason,
        string channel,
        CancellationToken cancel)
    {
        var request = await requests.ReceiveAsync(
            new NewPrivacyRequest(PrivacyRight.Erasure, Subjects.Customer, customerId.ToString(), channel), cancel);
        shop.DeletionEvidence.Add(EvidenceFor(request.Id, customerId, reason));
        await shop.SaveChangesAsync(cancel);
        return request.Id;
    }

    /// <summary>
    /// The officer has seen a document, and is sure who asks; a copy of it is kept for that alone. False where there is no
    /// open request to be deleted by that number.
    /// </summary>
    [Purpose(Purposes.IdentityVerification)]
    public async Task<bool> VerifyIdentityAsync(Guid requestId, IdentityEvidence evidence, CancellationToken cancel)
    {
        var request = await requests.FindAsync(requestId, cancel);
        if (request is not { Right: PrivacyRight.Erasure, ClosedAt: null } || !Guid.TryParse(request.SubjectId, out var customerId))
            return false;
        // First, so that no document is kept for a request that could not be proved by it.
        await requests.VouchForIdentityAsync(requestId, "identity document seen", cancel);
        var kept = await shop.DeletionEvidence.SingleOrDefaultAsync(said => said.Id == requestId, cancel);
        if (kept is null)
            shop.DeletionEvidence.Add(kept = EvidenceFor(requestId, customerId, reason: null));
        kept.IdentityDocument = evidence.Document;
        await shop.SaveChangesAsync(cancel);
        return true;
    }

    private DeletionEvidence EvidenceFor(
        Guid requestId, Guid customerId, [DataCategory(Categories.Communication.SupportRequest)] string? reason) => new()
    {
        Id = requestId, CustomerId = customerId, Reason = reason, ClosedAt = time.GetUtcNow() + s_closedAtTheLatest,
    };
}
