using JovaPos.Data;
using Microsoft.EntityFrameworkCore;

namespace JovaPos.Support;

/// <summary>Takes and settles warranty claims [JOVA-1.2].</summary>
[Purpose(Purposes.Transactions)]
public sealed class WarrantyDesk(ShopContext shop, TimeProvider time, ILogger<WarrantyDesk> log)
{
    /// <summary>Opens a claim for something that this customer bought and whose warranty still runs.</summary>
    public async Task<Guid?> OpenAsync(Guid customerId, WarrantyForm form, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var line = await shop.OrderLines.Include(found => found.Product).Include(found => found.Order)
            .Where(found => found.Order!.CustomerId == customerId)
            .SingleOrDefaultAsync(found => found.Id == form.OrderLineId, cancel);
        if (line is null || line.Order!.PlacedAt.AddMonths(line.Product!.WarrantyMonths) < now)
            return null;

        var claim = new WarrantyClaim
        {
            Id = Guid.NewGuid(),
            OrderLineId = line.Id,
            Description = form.Description,
            OpenedAt = now,
        };
        shop.WarrantyClaims.Add(claim);
        await shop.SaveChangesAsync(cancel);
        log.LogInformation("Warranty claim {ClaimId} opened", claim.Id);
        return claim.Id;
    }

    public async Task<bool> SettleAsync(
        Guid claimId, [DataCategory(Categories.Transaction.WarrantyClaim)] string resolution, CancellationToken cancel)
    {
        if (await shop.WarrantyClaims.SingleOrDefaultAsync(found => found.Id == claimId, cancel) is not { } claim)
            return false;

        claim.Resolution = resolution;
        claim.ClosedAt = time.GetUtcNow();
        await shop.SaveChangesAsync(cancel);
        return true;
    }
}
