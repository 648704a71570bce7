using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.TextKeys;

/// <summary>
/// Keys that are text, and could say anything.
/// </summary>
[PrivacyOperations]
public sealed class TextKeysContext(DbContextOptions<TextKeysContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Letter> Letters => Set<Letter>();

    public override string SubjectId(Somebody who) => $"{who.Number}/it's {{0}} {who.Number}";

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Id = SubjectId(who), Name = who.Name, SeenAt = who.At },
        new Letter { Id = who.Key(1), CustomerId = SubjectId(who), Text = who.Text("letter"), SentAt = who.At },
    ];
}

[DataSubject("customer")]
public sealed class Customer
{
    public string Id { get; set; } = "";

    [DataCategory("contact.name")]
    public string Name { get; set; } = "";

    [RetentionAnchor("last-activity")]
    public DateTimeOffset SeenAt { get; set; }
}

public sealed class Letter
{
    public int Id { get; set; }

    public string CustomerId { get; set; } = "";

    public Customer? Customer { get; set; }

    [DataCategory("communication.message")]
    public string Text { get; set; } = "";

    [RetentionAnchor("message-sent")]
    public DateTimeOffset SentAt { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : TextKeysContextProof
{
    protected override ProofDatabase<TextKeysContext> Open() => ZooDatabase.Sqlite<TextKeysContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : TextKeysContextProof
{
    protected override ProofDatabase<TextKeysContext> Open() => ZooDatabase.PostgreSql<TextKeysContext>(options => new(options));
}
