using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Ocis.Data;

namespace Ocis.Tests;

/// <summary>Lets a test hold up whoever is about to make a user of the application.</summary>
internal sealed class SavingWaits(OcisFactory ocis) : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context?.ChangeTracker.Entries<User>().Any(user => user.State == EntityState.Added) == true)
            ocis.BeforeSaving?.Invoke();
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }
}
