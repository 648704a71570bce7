using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.HeldElsewhere;

/// <summary>
/// Somebody else's claims and comments, which may be on legal hold, refer to rows of the person below their own record: to an
/// order, to a part of one, to a comment.
/// </summary>
[PrivacyOperations]
public sealed class HeldElsewhereContext(DbContextOptions<HeldElsewhereContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<Parcel> Parcels => Set<Parcel>();

    public DbSet<Claim> Claims => Set<Claim>();

    public DbSet<Comment> Comments => Set<Comment>();

    public override IEnumerable<object> RowsOf(Somebody who)
    {
        yield return new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At };
        yield return new Order { Id = who.Key(1), CustomerId = who.Number, Address = who.Text("address"), PlacedAt = who.At };
        yield return new Parcel { Id = who.Key(1), OrderId = who.Key(1) };
        yield return new Claim { Id = who.Key(1), CustomerId = who.Number, Text = who.Text("claim"), SentAt = who.At };
        yield return new Comment { Id = who.Key(1), AuthorId = who.Number, Text = who.Text("comment"), SentAt = who.At };
    }

    public override async Task LinkAsync(Somebody who)
    {
        if (who.Name != "ana")
            return;
        await Claims.Where(claim => claim.Id == Friend.Key(1)).ExecuteUpdateAsync(set => set
            .SetProperty(claim => claim.OrderId, who.Key(1)).SetProperty(claim => claim.ParcelId, who.Key(1)));
        await Comments.Where(comment => comment.Id == Friend.Key(1))
            .ExecuteUpdateAsync(set => set.SetProperty(comment => comment.ParentId, who.Key(1)));
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

    public int CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [DataCategory("transaction.delivery")]
    public string Address { get; set; } = "";

    [RetentionAnchor("order-placed")]
    public DateTimeOffset PlacedAt { get; set; }
}

public sealed class Parcel
{
    public int Id { get; set; }

    public int OrderId { get; set; }

    public Order? Order { get; set; }
}

public sealed class Claim
{
    public int Id { get; set; }

    public int CustomerId { get; set; }

    public Customer? Customer { get; set; }

    public int? OrderId { get; set; }

    public Order? Order { get; set; }

    public int? ParcelId { get; set; }

    public Parcel? Parcel { get; set; }

    [LegalHold]
    public bool IsHeld { get; set; }

    [DataCategory("communication.message")]
    public string Text { get; set; } = "";

    [RetentionAnchor("message-sent")]
    public DateTimeOffset SentAt { get; set; }
}

public sealed class Comment
{
    public int Id { get; set; }

    public int AuthorId { get; set; }

    public Customer? Author { get; set; }

    public int? ParentId { get; set; }

    public Comment? Parent { get; set; }

    [LegalHold]
    public bool IsHeld { get; set; }

    [DataCategory("communication.message")]
    public string Text { get; set; } = "";

    [RetentionAnchor("message-sent")]
    public DateTimeOffset SentAt { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : HeldElsewhereContextProof
{
    protected override ProofDatabase<HeldElsewhereContext> Open() => ZooDatabase.Sqlite<HeldElsewhereContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : HeldElsewhereContextProof
{
    protected override ProofDatabase<HeldElsewhereContext> Open() => ZooDatabase.PostgreSql<HeldElsewhereContext>(options => new(options));
}
