using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.SeveralWaysByKey;

/// <summary>
/// A ticket without a customer is of whoever made the order that it is about, or filled the basket from which that came;
/// no class has a navigation.
/// </summary>
[PrivacyOperations]
public sealed class SeveralWaysByKeyContext(DbContextOptions<SeveralWaysByKeyContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Basket> Baskets => Set<Basket>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<Ticket> Tickets => Set<Ticket>();

    public override IEnumerable<object> RowsOf(Somebody who)
    {
        yield return new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At };
        yield return new Basket { Id = who.Key(1), CustomerId = who.Number };
        yield return new Order { Id = who.Key(1), CustomerId = who.Number, Address = who.Text("address"), PlacedAt = who.At };
        yield return new Order { Id = who.Key(2), BasketId = who.Key(1), Address = who.Text("office"), PlacedAt = who.At };
        yield return Ticket(1, who, ticket => ticket.CustomerId = who.Number);
        yield return Ticket(2, who, ticket => (ticket.CustomerId, ticket.OrderId) = (who.Number, who.Key(1)));
        yield return Ticket(3, who, ticket => ticket.OrderId = who.Key(1));
        yield return Ticket(4, who, ticket => ticket.OrderId = who.Key(2));
    }

    public override Task LinkAsync(Somebody who) => who.Name == "ana"
        ? Tickets.Where(ticket => ticket.Id == Friend.Key(1)).ExecuteUpdateAsync(set => set.SetProperty(ticket => ticket.OrderId, who.Key(1)))
        : Task.CompletedTask;

    private static Ticket Ticket(int number, Somebody who, Action<Ticket> about)
    {
        var ticket = new Ticket { Id = who.Key(number), Text = who.Text("question"), SentAt = who.At };
        about(ticket);
        return ticket;
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

public sealed class Basket
{
    public int Id { get; set; }

    public int CustomerId { get; set; }
}

public sealed class Order
{
    public int Id { get; set; }

    public int? CustomerId { get; set; }

    public int? BasketId { get; set; }

    [DataCategory("transaction.delivery")]
    public string Address { get; set; } = "";

    [RetentionAnchor("order-placed")]
    public DateTimeOffset PlacedAt { get; set; }
}

public sealed class Ticket
{
    public int Id { get; set; }

    public int? CustomerId { get; set; }

    public int? OrderId { get; set; }

    [DataCategory("communication.message")]
    public string? Text { get; set; }

    [RetentionAnchor("message-sent")]
    public DateTimeOffset SentAt { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : SeveralWaysByKeyContextProof
{
    protected override ProofDatabase<SeveralWaysByKeyContext> Open() => ZooDatabase.Sqlite<SeveralWaysByKeyContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : SeveralWaysByKeyContextProof
{
    protected override ProofDatabase<SeveralWaysByKeyContext> Open() => ZooDatabase.PostgreSql<SeveralWaysByKeyContext>(options => new(options));
}
