using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.AnchorInOwnedTable;

/// <summary>
/// The date that the law counts from lies in an owned table, whose rows go before those that ask for it.
/// </summary>
[PrivacyOperations]
public sealed class AnchorInOwnedTableContext(DbContextOptions<AnchorInOwnedTableContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Order> Orders => Set<Order>();

    public override IEnumerable<string> Kept => ["Deliveries: 1", "Orders: 1"];

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At },
        new Order { Id = who.Key(1), CustomerId = who.Number, Number = "A-1", Delivery = new() { Street = who.Text("street"), PlacedAt = who.At } },
        new Order { Id = who.Key(2), CustomerId = who.Number, Number = "A-2", Delivery = new() { Street = who.Text("street"), PlacedAt = who.LongAgo } },
    ];

    protected override void OnModelCreating(ModelBuilder model) =>
        model.Entity<Order>().OwnsOne(order => order.Delivery, delivery => delivery.ToTable("Deliveries"));
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

public sealed class Order
{
    public int Id { get; set; }

    public int? CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [DataCategory("transaction.order")]
    public string Number { get; set; } = "";

    public Delivery? Delivery { get; set; }
}

public sealed class Delivery
{
    [DataCategory("transaction.delivery")]
    public string Street { get; set; } = "";

    [RetentionAnchor("order-placed")]
    public DateTimeOffset PlacedAt { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : AnchorInOwnedTableContextProof
{
    protected override ProofDatabase<AnchorInOwnedTableContext> Open() => ZooDatabase.Sqlite<AnchorInOwnedTableContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : AnchorInOwnedTableContextProof
{
    protected override ProofDatabase<AnchorInOwnedTableContext> Open() => ZooDatabase.PostgreSql<AnchorInOwnedTableContext>(options => new(options));
}
