using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.HeldSidesOfPeople;

/// <summary>
/// A message between two people, somebody's mentor, and the run time's own tables: a hold on either of two people holds the
/// message, and one on whom a mentor has holds that reference.
/// </summary>
[PrivacyOperations]
public sealed class HeldSidesOfPeopleContext(DbContextOptions<HeldSidesOfPeopleContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Message> Messages => Set<Message>();

    public override IEnumerable<object> RowsOf(Somebody who)
    {
        var mentor = who.Name == "budi" ? Customers.Find(7001) : null;
        yield return new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At, MentorId = mentor?.Id };
        yield return new Message { Id = who.Key(1), SenderId = who.Number, Text = who.Name == "ana" ? "ana, only hers" : "a note", SentAt = who.At };
        // Whoever came before: in the proofs nobody did.
        if (who.Name == "ana" && Customers.Find(7004) is not null)
            yield return new Message { Id = who.Key(2), SenderId = who.Number, RecipientId = 7004, Text = "a question", SentAt = who.At };
    }

    protected override void OnModelCreating(ModelBuilder model) => model.UsePrivacy();
}

[DataSubject("customer")]
public sealed class Customer
{
    public int Id { get; set; }

    [DataCategory("contact.name")]
    public string Name { get; set; } = "";

    public int? MentorId { get; set; }

    public Customer? Mentor { get; set; }

    [RetentionAnchor("last-activity")]
    public DateTimeOffset SeenAt { get; set; }
}

public sealed class Message
{
    public int Id { get; set; }

    public int? SenderId { get; set; }

    public Customer? Sender { get; set; }

    public int? RecipientId { get; set; }

    public Customer? Recipient { get; set; }

    [DataCategory("communication.message")]
    public string Text { get; set; } = "";

    [RetentionAnchor("message-sent")]
    public DateTimeOffset SentAt { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : HeldSidesOfPeopleContextProof
{
    protected override ProofDatabase<HeldSidesOfPeopleContext> Open() => ZooDatabase.Sqlite<HeldSidesOfPeopleContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : HeldSidesOfPeopleContextProof
{
    protected override ProofDatabase<HeldSidesOfPeopleContext> Open() => ZooDatabase.PostgreSql<HeldSidesOfPeopleContext>(options => new(options));
}
