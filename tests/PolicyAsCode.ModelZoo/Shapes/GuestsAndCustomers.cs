using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.GuestsAndCustomers;

/// <summary>
/// One word of the policy stands for two records that have nothing to do with each other; the run time's own tables, legal
/// holds on people among them, are in the same model.
/// </summary>
[PrivacyOperations]
public sealed class GuestsAndCustomersContext(DbContextOptions<GuestsAndCustomersContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Guest> Guests => Set<Guest>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<Letter> Letters => Set<Letter>();

    public override string Subject => "customer/Customer";

    public override IEnumerable<object> RowsOf(Somebody who)
    {
        yield return new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At };
        yield return new Order { Id = who.Key(1), CustomerId = who.Number, Address = who.Text("address"), PlacedAt = who.At };
        if (who.Name == "ana")
            yield break;
        yield return new Guest { Id = 7001, House = who.Number, Name = "somebody", SeenAt = who.At };
        yield return new Letter { Id = who.Key(1), GuestId = 7001, GuestHouse = who.Number, Text = "a letter", SentAt = who.At };
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.UsePrivacy();
        model.Entity<Guest>().HasKey(guest => new { guest.House, guest.Id });
        model.Entity<Letter>().HasOne(letter => letter.Guest).WithMany().HasForeignKey(letter => new { letter.GuestHouse, letter.GuestId });
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

    [DataCategory("transaction.delivery")]
    public string Address { get; set; } = "";

    [RetentionAnchor("order-placed")]
    public DateTimeOffset PlacedAt { get; set; }
}

[DataSubject("customer")]
public sealed class Guest
{
    public int House { get; set; }

    public int Id { get; set; }

    [DataCategory("contact.name")]
    public string Name { get; set; } = "";

    [RetentionAnchor("last-activity")]
    public DateTimeOffset SeenAt { get; set; }
}

public sealed class Letter
{
    public int Id { get; set; }

    public int GuestHouse { get; set; }

    public int GuestId { get; set; }

    public Guest? Guest { get; set; }

    [DataCategory("communication.message")]
    public string Text { get; set; } = "";

    [RetentionAnchor("message-sent")]
    public DateTimeOffset SentAt { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : GuestsAndCustomersContextProof
{
    protected override ProofDatabase<GuestsAndCustomersContext> Open() => ZooDatabase.Sqlite<GuestsAndCustomersContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : GuestsAndCustomersContextProof
{
    protected override ProofDatabase<GuestsAndCustomersContext> Open() => ZooDatabase.PostgreSql<GuestsAndCustomersContext>(options => new(options));
}
