using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.SidesAndAnotherWay;

/// <summary>A message between two people about an order; one with neither is of whoever made the order.</summary>
[PrivacyOperations]
public sealed class SidesAndAnotherWayContext(DbContextOptions<SidesAndAnotherWayContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<Message> Messages => Set<Message>();

    public override IEnumerable<string> Kept => ["Messages: 1"];

    public override IEnumerable<object> RowsOf(Somebody who)
    {
        yield return new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At };
        yield return new Order { Id = who.Key(1), CustomerId = who.Number, Address = who.Text("address"), PlacedAt = who.At };
        yield return new Message { Id = who.Key(1), SenderId = who.Number, OrderId = who.Key(1), Text = who.Text("note"), SentAt = who.At };
        yield return new Message { Id = who.Key(2), OrderId = who.Key(1), Text = who.Text("question"), SentAt = who.At };
        if (who.Name == "ana")
            yield return new Message { Id = who.Key(3), SenderId = Friend.Number, RecipientId = who.Number, OrderId = who.Key(1), Text = "an answer", SentAt = Friend.At };
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

public sealed class Message
{
    public int Id { get; set; }

    public int? SenderId { get; set; }

    public Customer? Sender { get; set; }

    public int? RecipientId { get; set; }

    public Customer? Recipient { get; set; }

    public int? OrderId { get; set; }

    public Order? Order { get; set; }

    [DataCategory("communication.message")]
    public string Text { get; set; } = "";

    [RetentionAnchor("message-sent")]
    public DateTimeOffset SentAt { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : SidesAndAnotherWayContextProof
{
    protected override ProofDatabase<SidesAndAnotherWayContext> Open() => ZooDatabase.Sqlite<SidesAndAnotherWayContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : SidesAndAnotherWayContextProof
{
    protected override ProofDatabase<SidesAndAnotherWayContext> Open() => ZooDatabase.PostgreSql<SidesAndAnotherWayContext>(options => new(options));
}
