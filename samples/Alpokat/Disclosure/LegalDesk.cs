using Alpokat.Data;
using Microsoft.EntityFrameworkCore;

namespace Alpokat.Disclosure;

/// <summary>Answers lawful requests: what was asked for, by whom it was checked, and nothing else [ALPO-6.1].</summary>
[Purpose(Purposes.LegalCompliance)]
public sealed class LegalDesk(AlpokatContext alpokat, IAuthority authority, ILogger<LegalDesk> log)
{
    public async Task<bool> AnswerAsync(LawfulRequest request, CancellationToken cancel)
    {
        if (await alpokat.Merchants.SingleOrDefaultAsync(known => known.Id == request.MerchantId, cancel) is not { } merchant)
            return false;

        var payments = await alpokat.Payments.Where(payment => payment.MerchantId == merchant.Id)
            .OrderBy(payment => payment.PaidAt).Select(payment => payment.Number).ToListAsync(cancel);
        await authority.HandOverAsync(
            request.Reference,
            new DisclosedMerchant { Name = merchant.Name, OfficeAddress = merchant.OfficeAddress, Payments = payments }, cancel);
        log.LogInformation("Lawful request {Reference} on merchant {MerchantId} was answered", request.Reference, merchant.Id);
        return true;
    }
}
