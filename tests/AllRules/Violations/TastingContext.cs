using Microsoft.EntityFrameworkCore;

namespace Cellar.Violations;

/// <summary>PAC5012: a second database, and unlike <see cref="CellarContext"/> it records no change.</summary>
public sealed class TastingContext(DbContextOptions<TastingContext> options) : DbContext(options) // expect: PAC5012
{
    public DbSet<Guest> Guests => Set<Guest>();
}

/// <summary>What passes by the first database's trail: a command for many rows at once.</summary>
[Purpose(Purposes.Transactions)]
public sealed class Clearance(CellarContext cellar)
{
    public Task<int> Clear(Guid id) =>
        cellar.Customers.Where(customer => customer.Id == id).ExecuteDeleteAsync(); // expect: PAC5012

    public async Task CleanClear(Guid id)
    {
        cellar.Customers.RemoveRange(cellar.Customers.Where(customer => customer.Id == id));
        await cellar.SaveChangesAsync();
    }
}
