using JovaPos.Data;
using Microsoft.EntityFrameworkCore;

namespace JovaPos.Privacy;

/// <summary>Consents, kept in the shop's database.</summary>
[Purpose(Purposes.RightsHandling)]
public sealed class Consents(ShopContext shop, TimeProvider time) : IConsents
{
    public Task<bool> AllowsAsync(Guid customerId, string purpose, CancellationToken cancel) =>
        Standing(customerId, purpose).AnyAsync(cancel);

    public async Task GiveAsync(Guid customerId, string purpose, CancellationToken cancel)
    {
        if (await Standing(customerId, purpose).AnyAsync(cancel))
            return;

        shop.PurposeConsents.Add(new PurposeConsent
        {
            Id = Guid.NewGuid(),
            CustomerId = customerId,
            Purpose = purpose,
            GivenAt = time.GetUtcNow(),
        });
        await shop.SaveChangesAsync(cancel);
    }

    public async Task WithdrawAsync(Guid customerId, string purpose, CancellationToken cancel)
    {
        foreach (var consent in await Standing(customerId, purpose).ToListAsync(cancel))
            consent.WithdrawnAt = time.GetUtcNow();
        await shop.SaveChangesAsync(cancel);
    }

    private IQueryable<PurposeConsent> Standing(Guid customerId, string purpose) =>
        shop.PurposeConsents.Where(consent =>
            consent.CustomerId == customerId && consent.Purpose == purpose && consent.WithdrawnAt == null);
}
