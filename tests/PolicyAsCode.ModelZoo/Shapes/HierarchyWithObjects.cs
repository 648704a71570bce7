using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.HierarchyWithObjects;

/// <summary>
/// Everything at once: a table for each type, an owned object on the base, another on a derived type.
/// </summary>
[PrivacyOperations]
public sealed class HierarchyWithObjectsContext(DbContextOptions<HierarchyWithObjectsContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Purchase> Purchases => Set<Purchase>();

    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    public override IEnumerable<string> Kept => ["Purchases: 2", "Subscriptions: 1"];

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At },
        new Purchase { Id = who.Key(1), CustomerId = who.Number, Number = "A-1", To = new() { Street = who.Text("street") }, PlacedAt = who.At },
        new Subscription { Id = who.Key(2), CustomerId = who.Number, Number = "A-2", To = new() { Street = who.Text("street") }, Holiday = new() { Street = who.Text("beach") }, PlacedAt = who.At },
    ];

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Purchase>().UseTptMappingStrategy().OwnsOne(purchase => purchase.To);
        model.Entity<Subscription>().OwnsOne(subscription => subscription.Holiday);
    }
}

[DataSubject("customer")]
public sealed class Customer
{
    public int Id { get; set; }

    [DataCategory("contact.name")]
    public string Name { get; set; } = "";

    [RetentionAnchor("last-activity")]
    public DateTimeOffset SeenAt { get; set; }
}

public class Purchase
{
    public int Id { get; set; }

    public int? CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [DataCategory("transaction.order")]
    public string Number { get; set; } = "";

    public Place? To { get; set; }

    [RetentionAnchor("order-placed")]
    public DateTimeOffset PlacedAt { get; set; }
}

public sealed class Subscription : Purchase
{
    public Place? Holiday { get; set; }
}

public sealed class Place
{
    [DataCategory("transaction.delivery")]
    public string? Street { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : HierarchyWithObjectsContextProof
{
    protected override ProofDatabase<HierarchyWithObjectsContext> Open() => ZooDatabase.Sqlite<HierarchyWithObjectsContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : HierarchyWithObjectsContextProof
{
    protected override ProofDatabase<HierarchyWithObjectsContext> Open() => ZooDatabase.PostgreSql<HierarchyWithObjectsContext>(options => new(options));
}
