using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.OwnedCollection;

/// <summary>
/// A collection of owned objects in a table of its own.
/// </summary>
[PrivacyOperations]
public sealed class OwnedCollectionContext(DbContextOptions<OwnedCollectionContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Order> Orders => Set<Order>();

    public override IEnumerable<string> Kept => ["Orders: 2", "Parcel: 2"];

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At },
        new Order { Id = who.Key(1), CustomerId = who.Number, Number = "A-1", Parcels = [Sent(who, 1), Sent(who, 2)], PlacedAt = who.At },
        new Order { Id = who.Key(2), CustomerId = who.Number, Number = "A-2", Parcels = [Sent(who, 3)], PlacedAt = who.LongAgo },
        new Order { Id = who.Key(3), CustomerId = who.Number, Number = "A-3", PlacedAt = who.At },
    ];

    private static Parcel Sent(Somebody who, int number) =>
        new() { Id = who.Key(number), Note = who.Text("note"), Phone = who.Text("phone"), Grams = number };

    protected override void OnModelCreating(ModelBuilder model) =>
        model.Entity<Order>().OwnsMany(order => order.Parcels, parcel => parcel.HasKey(one => one.Id));
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

    public List<Parcel> Parcels { get; set; } = [];

    [RetentionAnchor("order-placed")]
    public DateTimeOffset PlacedAt { get; set; }
}

public sealed class Parcel
{
    public int Id { get; set; }

    [DataCategory("transaction.delivery")]
    public string? Note { get; set; }

    [DataCategory("contact.phone")]
    public string Phone { get; set; } = "";

    [NotPersonalData("a weight")]
    public int Grams { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : OwnedCollectionContextProof
{
    protected override ProofDatabase<OwnedCollectionContext> Open() => ZooDatabase.Sqlite<OwnedCollectionContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : OwnedCollectionContextProof
{
    protected override ProofDatabase<OwnedCollectionContext> Open() => ZooDatabase.PostgreSql<OwnedCollectionContext>(options => new(options));
}
