using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.TwoSidesRequired;

/// <summary>
/// The same, where each side is required: the person's own record stays, emptied.
/// </summary>
[PrivacyOperations]
public sealed class TwoSidesRequiredContext(DbContextOptions<TwoSidesRequiredContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Message> Messages => Set<Message>();

    public override IEnumerable<string> Kept => ["Customers: 1", "Messages: 2"];

    /// <summary>A name goes two years after its person was last seen, and which of the two that is nothing says to a sweep.</summary>
    public override bool IsSwept => false;

    public override IEnumerable<object> RowsOf(Somebody who)
    {
        yield return new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At };
        yield return Between(1, who, who, who.Text("note to self"));
        if (who.Name != "ana")
            yield break;
        yield return Between(2, who, Friend with { At = who.At }, "a question");
        yield return Between(3, Friend with { At = who.At }, who, "an answer", who.Key(3));
    }

    private static Message Between(int number, Somebody from, Somebody to, string text, int? key = null) => new()
    {
        Id = key ?? from.Key(number), SenderId = from.Number, SenderName = from.Name, RecipientId = to.Number, RecipientName = to.Name,
        Text = text, SentAt = from.At,
    };

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Message>().HasOne(message => message.Sender).WithMany().HasForeignKey(message => message.SenderId).OnDelete(DeleteBehavior.Restrict);
        model.Entity<Message>().HasOne(message => message.Recipient).WithMany().HasForeignKey(message => message.RecipientId).OnDelete(DeleteBehavior.Restrict);
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

    public int SenderId { get; set; }

    public Customer? Sender { get; set; }

    public int RecipientId { get; set; }

    public Customer? Recipient { get; set; }

    [DataCategory("contact.name")]
    public string SenderName { get; set; } = "";

    [DataCategory("contact.name")]
    public string? RecipientName { get; set; }

    [DataCategory("communication.message")]
    public string Text { get; set; } = "";

    [RetentionAnchor("message-sent")]
    public DateTimeOffset SentAt { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : TwoSidesRequiredContextProof
{
    protected override ProofDatabase<TwoSidesRequiredContext> Open() => ZooDatabase.Sqlite<TwoSidesRequiredContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : TwoSidesRequiredContextProof
{
    protected override ProofDatabase<TwoSidesRequiredContext> Open() => ZooDatabase.PostgreSql<TwoSidesRequiredContext>(options => new(options));
}
