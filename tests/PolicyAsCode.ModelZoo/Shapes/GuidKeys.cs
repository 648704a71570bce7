using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.GuidKeys;

/// <summary>
/// Keys that are Guids.
/// </summary>
[PrivacyOperations]
public sealed class GuidKeysContext(DbContextOptions<GuidKeysContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Letter> Letters => Set<Letter>();

    public override string SubjectId(Somebody who) => who.Guid.ToString();

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Id = who.Guid, Name = who.Name, SeenAt = who.At },
        new Letter { Id = who.Key(1), CustomerId = who.Guid, Text = who.Text("letter"), SentAt = who.At },
    ];
}

[DataSubject("customer")]
public sealed class Customer
{
    public Guid Id { get; set; }

    [DataCategory("contact.name")]
    public string Name { get; set; } = "";

    [RetentionAnchor("last-activity")]
    public DateTimeOffset SeenAt { get; set; }
}

public sealed class Letter
{
    public int Id { get; set; }

    public Guid CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [DataCategory("communication.message")]
    public string Text { get; set; } = "";

    [RetentionAnchor("message-sent")]
    public DateTimeOffset SentAt { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : GuidKeysContextProof
{
    protected override ProofDatabase<GuidKeysContext> Open() => ZooDatabase.Sqlite<GuidKeysContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : GuidKeysContextProof
{
    protected override ProofDatabase<GuidKeysContext> Open() => ZooDatabase.PostgreSql<GuidKeysContext>(options => new(options));
}
