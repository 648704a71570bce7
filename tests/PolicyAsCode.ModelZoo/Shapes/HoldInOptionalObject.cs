using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.HoldInOptionalObject;

/// <summary>A legal hold in an object that most rows do not have: no object, no hold.</summary>
[PrivacyOperations]
public sealed class HoldInOptionalObjectContext(DbContextOptions<HoldInOptionalObjectContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Message> Messages => Set<Message>();

    public override IEnumerable<object> RowsOf(Somebody who)
    {
        yield return new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At };
        yield return new Message { Id = who.Key(1), CustomerId = who.Number, Text = who.Text("question"), SentAt = who.At };
        yield return new Message
        {
            Id = who.Key(2), CustomerId = who.Number, Text = who.Text("answer"), SentAt = who.At, Dispute = new() { File = "7/26" },
        };
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

    public Dispute? Dispute { get; set; }
}

public sealed class Message
{
    public int Id { get; set; }

    public int CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [DataCategory("communication.message")]
    public string? Text { get; set; }

    [RetentionAnchor("message-sent")]
    public DateTimeOffset SentAt { get; set; }

    public Dispute? Dispute { get; set; }
}

[Owned]
public sealed class Dispute
{
    public string File { get; set; } = "";

    [LegalHold]
    public bool IsHeld { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : HoldInOptionalObjectContextProof
{
    protected override ProofDatabase<HoldInOptionalObjectContext> Open() => ZooDatabase.Sqlite<HoldInOptionalObjectContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : HoldInOptionalObjectContextProof
{
    protected override ProofDatabase<HoldInOptionalObjectContext> Open() => ZooDatabase.PostgreSql<HoldInOptionalObjectContext>(options => new(options));
}
