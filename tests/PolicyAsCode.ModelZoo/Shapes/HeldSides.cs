using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.HeldSides;

/// <summary>
/// A message between two people, with two legal holds of its own: each of them holds both of its people.
/// </summary>
[PrivacyOperations]
public sealed class HeldSidesContext(DbContextOptions<HeldSidesContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Message> Messages => Set<Message>();

    public override IEnumerable<string> Kept => ["Messages: 1"];

    public override IEnumerable<object> RowsOf(Somebody who)
    {
        yield return new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At };
        if (who.Name == "ana")
            yield return new Message { Id = who.Key(1), SenderId = Friend.Number, RecipientId = who.Number, Text = "an answer", SentAt = Friend.At };
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

public sealed class Message
{
    public int Id { get; set; }

    public int? SenderId { get; set; }

    public Customer? Sender { get; set; }

    public int? RecipientId { get; set; }

    public Customer? Recipient { get; set; }

    [LegalHold]
    public bool IsHeld { get; set; }

    [LegalHold]
    public bool? IsEvidence { get; set; }

    [DataCategory("communication.message")]
    public string Text { get; set; } = "";

    [RetentionAnchor("message-sent")]
    public DateTimeOffset SentAt { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : HeldSidesContextProof
{
    protected override ProofDatabase<HeldSidesContext> Open() => ZooDatabase.Sqlite<HeldSidesContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : HeldSidesContextProof
{
    protected override ProofDatabase<HeldSidesContext> Open() => ZooDatabase.PostgreSql<HeldSidesContext>(options => new(options));
}
