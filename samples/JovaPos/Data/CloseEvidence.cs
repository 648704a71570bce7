using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos.Data;

/// <summary>
/// When a request is closed, the time of what was said and shown for it begins: in the same transaction, whoever closes it.
/// Until then it begins when a request is closed or forgotten at the latest (<see cref="DeletionEvidence.ClosedAt"/>).
/// </summary>
internal sealed class CloseEvidence : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is not ShopContext shop)
            return result;
        var closed = shop.ChangeTracker.Entries<PrivacyRequest>()
            .Where(entry => entry.State == EntityState.Modified && entry.Entity.ClosedAt is not null
                && entry.Property(request => request.ClosedAt).IsModified)
            .ToDictionary(entry => entry.Entity.Id, entry => entry.Entity.ClosedAt);
        if (closed.Count == 0)
            return result;
        foreach (var evidence in await shop.DeletionEvidence
            .Where(kept => closed.Keys.Contains(kept.Id)).ToListAsync(cancellationToken))
            evidence.ClosedAt = closed[evidence.Id];
        return result;
    }
}
