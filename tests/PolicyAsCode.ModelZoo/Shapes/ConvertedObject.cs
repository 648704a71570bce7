using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.ConvertedObject;

/// <summary>
/// An object that a converter stores as text: one field, emptied as one.
/// </summary>
[PrivacyOperations]
public sealed class ConvertedObjectContext(DbContextOptions<ConvertedObjectContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Order> Orders => Set<Order>();

    public override IEnumerable<string> Kept => ["Orders: 1"];

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At },
        new Order { Id = who.Key(1), CustomerId = who.Number, Number = "A-1", Delivery = new(who.Text("street")), PlacedAt = who.At },
    ];

    protected override void OnModelCreating(ModelBuilder model) =>
        model.Entity<Order>().Property(order => order.Delivery).HasConversion(delivery => delivery!.Street, text => new Delivery(text));
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

public sealed record Delivery([property: DataCategory("transaction.delivery")] string Street);

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : ConvertedObjectContextProof
{
    protected override ProofDatabase<ConvertedObjectContext> Open() => ZooDatabase.Sqlite<ConvertedObjectContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : ConvertedObjectContextProof
{
    protected override ProofDatabase<ConvertedObjectContext> Open() => ZooDatabase.PostgreSql<ConvertedObjectContext>(options => new(options));
}
