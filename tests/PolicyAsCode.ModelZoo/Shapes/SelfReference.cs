using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.SelfReference;

/// <summary>
/// Comments that answer comments: an answer of somebody else stays, and answers nothing any more.
/// </summary>
[PrivacyOperations]
public sealed class SelfReferenceContext(DbContextOptions<SelfReferenceContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Comment> Comments => Set<Comment>();

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At },
        new Comment { Id = who.Key(1), CustomerId = who.Number, Text = who.Text("question"), SentAt = who.At },
        new Comment { Id = who.Key(2), CustomerId = who.Number, AnswerToId = who.Key(1), Text = who.Text("answer"), SentAt = who.At },
    ];

    public override async Task LinkAsync(Somebody who)
    {
        if (who.Name == "ana")
            (await Comments.SingleAsync(comment => comment.Id == Friend.Key(1))).AnswerToId = who.Key(1);
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

public sealed class Comment
{
    public int Id { get; set; }

    public int CustomerId { get; set; }

    public Customer? Customer { get; set; }

    public int? AnswerToId { get; set; }

    public Comment? AnswerTo { get; set; }

    [DataCategory("communication.message")]
    public string Text { get; set; } = "";

    [RetentionAnchor("message-sent")]
    public DateTimeOffset SentAt { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : SelfReferenceContextProof
{
    protected override ProofDatabase<SelfReferenceContext> Open() => ZooDatabase.Sqlite<SelfReferenceContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : SelfReferenceContextProof
{
    protected override ProofDatabase<SelfReferenceContext> Open() => ZooDatabase.PostgreSql<SelfReferenceContext>(options => new(options));
}
