using Alpokat.Data;
using Alpokat.Messages;
using Microsoft.EntityFrameworkCore;

namespace Alpokat.Verification;

/// <summary>
/// Compares who merchants say they are with what their document says [ALPO-5.2]. For what, the bindings say of this
/// namespace; that somebody looked is recorded by the audit trail.
/// </summary>
public sealed class VerificationDesk(AlpokatContext alpokat, MerchantLetters letters, TimeProvider time)
{
    public async Task TakeAsync(Guid merchantId, DocumentForm form, CancellationToken cancel)
    {
        var merchant = await alpokat.Merchants.SingleAsync(known => known.Id == merchantId, cancel);
        merchant.BirthDate = form.BirthDate;
        alpokat.IdentityDocuments.Add(new IdentityDocument
        {
            Id = Guid.NewGuid(), MerchantId = merchantId, Scan = form.Scan, ReceivedAt = time.GetUtcNow(),
        });
        await alpokat.SaveChangesAsync(cancel);
    }

    public Task<List<VerificationCase>> WaitingAsync(CancellationToken cancel) =>
        alpokat.IdentityDocuments.Where(document => document.VerifiedAt == null)
            .OrderBy(document => document.ReceivedAt)
            .Select(document => new VerificationCase
            {
                Id = document.Id,
                Name = document.Merchant!.Name,
                OfficeAddress = document.Merchant.OfficeAddress,
                BirthDate = document.Merchant.BirthDate,
                ReceivedAt = document.ReceivedAt,
            })
            .ToListAsync(cancel);

    [return: DataCategory(Categories.Government.IdDocument)]
    public async Task<byte[]?> ScanAsync(Guid caseId, CancellationToken cancel) =>
        (await alpokat.IdentityDocuments.SingleOrDefaultAsync(document => document.Id == caseId, cancel))?.Scan;

    /// <summary>The merchant is who they say; the document goes thirty days from now.</summary>
    public async Task<bool> ConfirmAsync(Guid caseId, CancellationToken cancel)
    {
        var document = await alpokat.IdentityDocuments.Include(known => known.Merchant)
            .SingleOrDefaultAsync(known => known.Id == caseId && known.VerifiedAt == null, cancel);
        if (document?.Merchant is not { } merchant)
            return false;

        var now = time.GetUtcNow();
        document.VerifiedAt = now;
        merchant.ConfirmedAt = now;
        await alpokat.SaveChangesAsync(cancel);
        await letters.ConfirmedAsync(merchant.Id, cancel);
        return true;
    }
}
