using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.ComplexInJson;

/// <summary>
/// A complex object in a JSON column, as EF Core 10 brought them.
/// </summary>
[PrivacyOperations]
public sealed class ComplexInJsonContext(DbContextOptions<ComplexInJsonContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Order> Orders => Set<Order>();

    public override IEnumerable<string> Kept => ["Orders: 2"];

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At },
        new Order { Id = who.Key(1), CustomerId = who.Number, Number = "A-1", Delivery = Delivered(who), PlacedAt = who.At },
        new Order { Id = who.Key(2), CustomerId = who.Number, Number = "A-2", Delivery = Delivered(who), PlacedAt = who.LongAgo },
        new Order { Id = who.Key(3), CustomerId = who.Number, Number = "A-3", PlacedAt = who.At },
    ];

    private static Delivery Delivered(Somebody who) => new() { Street = who.Text("street"), Phone = who.Text("phone"), Carrier = "Van" };

    protected override void OnModelCreating(ModelBuilder model) =>
        model.Entity<Order>().ComplexProperty(order => order.Delivery, delivery => delivery.ToJson());
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

    [RetentionAnchor("order-placed")]
    public DateTimeOffset PlacedAt { get; set; }
}

public sealed class Delivery
{
    [DataCategory("transaction.delivery")]
    public string Street { get; set; } = "";

    [DataCategory("contact.phone")]
    public string? Phone { get; set; }

    [NotPersonalData("the shop's own word")]
    public string Carrier { get; set; } = "";
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : ComplexInJsonContextProof
{
    protected override ProofDatabase<ComplexInJsonContext> Open() => ZooDatabase.Sqlite<ComplexInJsonContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : ComplexInJsonContextProof
{
    protected override ProofDatabase<ComplexInJsonContext> Open() => ZooDatabase.PostgreSql<ComplexInJsonContext>(options => new(options));
}
