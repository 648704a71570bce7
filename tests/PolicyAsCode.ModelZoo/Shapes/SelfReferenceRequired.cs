using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.SelfReferenceRequired;

/// <summary>
/// A tree in which every comment belongs under another: leaves go first, level by level.
/// </summary>
[PrivacyOperations]
public sealed class SelfReferenceRequiredContext(DbContextOptions<SelfReferenceRequiredContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Comment> Comments => Set<Comment>();

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At },
        new Comment { Id = who.Key(1), CustomerId = who.Number, AnswerToId = who.Key(1), Text = who.Text("question"), SentAt = who.At },
        new Comment { Id = who.Key(2), CustomerId = who.Number, AnswerToId = who.Key(1), Text = who.Text("answer"), SentAt = who.At },
        new Comment { Id = who.Key(3), CustomerId = who.Number, AnswerToId = who.Key(2), Text = who.Text("thanks"), SentAt = who.At },
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

public sealed class Comment
{
    public int Id { get; set; }

    public int CustomerId { get; set; }

    public Customer? Customer { get; set; }

    public int AnswerToId { get; set; }

    public Comment? AnswerTo { get; set; }

    [DataCategory("communication.message")]
    public string Text { get; set; } = "";

    [RetentionAnchor("message-sent")]
    public DateTimeOffset SentAt { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : SelfReferenceRequiredContextProof
{
    protected override ProofDatabase<SelfReferenceRequiredContext> Open() => ZooDatabase.Sqlite<SelfReferenceRequiredContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : SelfReferenceRequiredContextProof
{
    protected override ProofDatabase<SelfReferenceRequiredContext> Open() => ZooDatabase.PostgreSql<SelfReferenceRequiredContext>(options => new(options));
}
