using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.KeptHierarchy;

/// <summary>
/// What the law keeps in a hierarchy: the rows stay, each without what its own type holds of the person.
/// </summary>
[PrivacyOperations]
public sealed class KeptHierarchyContext(DbContextOptions<KeptHierarchyContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Purchase> Purchases => Set<Purchase>();

    public DbSet<GiftPurchase> Gifts => Set<GiftPurchase>();

    public override IEnumerable<string> Kept => ["Purchases: 2"];

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At },
        new Purchase { Id = who.Key(1), CustomerId = who.Number, Number = "A-1", Email = who.Text("mail"), PlacedAt = who.At },
        new GiftPurchase { Id = who.Key(2), CustomerId = who.Number, Number = "A-2", Email = who.Text("mail"), Greeting = who.Text("love"), PlacedAt = who.At },
        new GiftPurchase { Id = who.Key(3), CustomerId = who.Number, Number = "A-2", Email = who.Text("mail"), Greeting = who.Text("love"), PlacedAt = who.LongAgo },
    ];
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

    [DataCategory("contact.email")]
    public string? Email { get; set; }

    [RetentionAnchor("order-placed")]
    public DateTimeOffset PlacedAt { get; set; }
}

public sealed class GiftPurchase : Purchase
{
    [DataCategory("transaction.delivery")]
    public string? Greeting { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : KeptHierarchyContextProof
{
    protected override ProofDatabase<KeptHierarchyContext> Open() => ZooDatabase.Sqlite<KeptHierarchyContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : KeptHierarchyContextProof
{
    protected override ProofDatabase<KeptHierarchyContext> Open() => ZooDatabase.PostgreSql<KeptHierarchyContext>(options => new(options));
}
