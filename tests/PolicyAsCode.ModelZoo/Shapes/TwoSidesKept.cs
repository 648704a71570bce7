using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.TwoSidesKept;

/// <summary>
/// A deal between two people. What the law keeps of the one who leaves stays in it until its time is over, beside the other;
/// what it does not keep goes.
/// </summary>
[PrivacyOperations]
public sealed class TwoSidesKeptContext(DbContextOptions<TwoSidesKeptContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Deal> Deals => Set<Deal>();

    public override IEnumerable<string> Kept => ["Deals: 3"];

    public override IEnumerable<object> RowsOf(Somebody who)
    {
        yield return new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At };
        if (who.Name != "ana")
            yield break;
        yield return Between(who.Key(1), who, Friend, who.At, "kept");
        yield return Between(who.Key(2), who, Friend, who.LongAgo, who.Text("receipt"));
        yield return Between(who.Key(3), Friend, who, who.At, "kept");
    }

    private static Deal Between(int key, Somebody seller, Somebody buyer, DateTimeOffset at, string receipt) => new()
    {
        Id = key, SellerId = seller.Number, SellerReceipt = receipt, SellerNote = seller.Text("note"),
        BuyerId = buyer.Number, BuyerReceipt = "kept", BuyerNote = buyer.Text("note"), MadeAt = at,
    };
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

public sealed class Deal
{
    public int Id { get; set; }

    public int? SellerId { get; set; }

    public Customer? Seller { get; set; }

    public int? BuyerId { get; set; }

    public Customer? Buyer { get; set; }

    [DataCategory("transaction.receipt")]
    public string? SellerReceipt { get; set; }

    [DataCategory("transaction.receipt")]
    public string? BuyerReceipt { get; set; }

    [DataCategory("transaction.delivery")]
    public string? SellerNote { get; set; }

    [DataCategory("transaction.delivery")]
    public string? BuyerNote { get; set; }

    [RetentionAnchor("order-placed")]
    public DateTimeOffset MadeAt { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : TwoSidesKeptContextProof
{
    protected override ProofDatabase<TwoSidesKeptContext> Open() => ZooDatabase.Sqlite<TwoSidesKeptContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : TwoSidesKeptContextProof
{
    protected override ProofDatabase<TwoSidesKeptContext> Open() => ZooDatabase.PostgreSql<TwoSidesKeptContext>(options => new(options));
}
