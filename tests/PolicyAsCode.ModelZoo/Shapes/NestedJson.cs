using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.NestedJson;

/// <summary>
/// Objects in objects in one JSON column.
/// </summary>
[PrivacyOperations]
public sealed class NestedJsonContext(DbContextOptions<NestedJsonContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Order> Orders => Set<Order>();

    public override IEnumerable<string> Kept => ["Orders: 1"];

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At },
        new Order
        {
            Id = who.Key(1), CustomerId = who.Number, Number = "A-1", PlacedAt = who.At,
            Details = new() { To = new() { Street = who.Text("street"), Floor = who.Text("floor") }, Gifts = [new() { Greeting = who.Text("love") }, new()] },
        },
    ];

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Order>().OwnsOne(order => order.Details, details =>
        {
            details.ToJson("details");
            details.OwnsOne(one => one.To);
            details.OwnsMany(one => one.Gifts);
        });
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

public sealed class Order
{
    public int Id { get; set; }

    public int? CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [DataCategory("transaction.order")]
    public string Number { get; set; } = "";

    public Details? Details { get; set; }

    [RetentionAnchor("order-placed")]
    public DateTimeOffset PlacedAt { get; set; }
}

public sealed class Details
{
    public Place? To { get; set; }

    public List<Gift> Gifts { get; set; } = [];
}

public sealed class Place
{
    [DataCategory("transaction.delivery")]
    public string Street { get; set; } = "";

    [DataCategory("transaction.delivery")]
    [System.Text.Json.Serialization.JsonPropertyName("level")]
    public string? Floor { get; set; }
}

public sealed class Gift
{
    [DataCategory("transaction.delivery")]
    public string? Greeting { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : NestedJsonContextProof
{
    protected override ProofDatabase<NestedJsonContext> Open() => ZooDatabase.Sqlite<NestedJsonContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : NestedJsonContextProof
{
    protected override ProofDatabase<NestedJsonContext> Open() => ZooDatabase.PostgreSql<NestedJsonContext>(options => new(options));
}
