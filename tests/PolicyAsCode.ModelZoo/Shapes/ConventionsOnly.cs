using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.ConventionsOnly;

/// <summary>
/// Nothing is said: a shadow key behind a navigation, a table that only a collection leads to.
/// </summary>
[PrivacyOperations]
public sealed class ConventionsOnlyContext(DbContextOptions<ConventionsOnlyContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public override IEnumerable<object> RowsOf(Somebody who)
    {
        var customer = new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At };
        customer.Letters.Add(new() { Id = who.Key(1), Text = who.Text("letter"), SentAt = who.At, Attachments = { new() { Id = who.Key(2), FileName = who.Text("file"), SentAt = who.At } } });
        return [customer];
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

    public List<Letter> Letters { get; } = [];
}

public sealed class Letter
{
    public int Id { get; set; }

    [DataCategory("communication.message")]
    public string Text { get; set; } = "";

    [RetentionAnchor("message-sent")]
    public DateTimeOffset SentAt { get; set; }

    public List<Attachment> Attachments { get; } = [];
}

public sealed class Attachment
{
    public int Id { get; set; }

    public Letter Letter { get; set; } = null!;

    [DataCategory("communication.message")]
    public string FileName { get; set; } = "";

    [RetentionAnchor("message-sent")]
    public DateTimeOffset SentAt { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : ConventionsOnlyContextProof
{
    protected override ProofDatabase<ConventionsOnlyContext> Open() => ZooDatabase.Sqlite<ConventionsOnlyContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : ConventionsOnlyContextProof
{
    protected override ProofDatabase<ConventionsOnlyContext> Open() => ZooDatabase.PostgreSql<ConventionsOnlyContext>(options => new(options));
}
