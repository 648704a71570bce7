using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.SplitEntity;

/// <summary>
/// One entity in two tables, joined by its key.
/// </summary>
[PrivacyOperations]
public sealed class SplitEntityContext(DbContextOptions<SplitEntityContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Order> Orders => Set<Order>();

    public override IEnumerable<string> Kept => ["Orders: 1", "Slips: 1"];

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At },
        new Order { Id = who.Key(1), CustomerId = who.Number, Number = "A-1", Address = who.Text("street"), PlacedAt = who.At },
        new Order { Id = who.Key(2), CustomerId = who.Number, Number = "A-2", Address = who.Text("street"), PlacedAt = who.LongAgo },
    ];

    protected override void OnModelCreating(ModelBuilder model) =>
        model.Entity<Order>().SplitToTable("Slips", slip => slip.Property(order => order.Address));
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

    [DataCategory("transaction.delivery")]
    public string? Address { get; set; }

    [RetentionAnchor("order-placed")]
    public DateTimeOffset PlacedAt { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : SplitEntityContextProof
{
    protected override ProofDatabase<SplitEntityContext> Open() => ZooDatabase.Sqlite<SplitEntityContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : SplitEntityContextProof
{
    protected override ProofDatabase<SplitEntityContext> Open() => ZooDatabase.PostgreSql<SplitEntityContext>(options => new(options));
}
