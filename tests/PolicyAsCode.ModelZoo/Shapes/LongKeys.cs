using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.LongKeys;

/// <summary>
/// Keys that are long.
/// </summary>
[PrivacyOperations]
public sealed class LongKeysContext(DbContextOptions<LongKeysContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Letter> Letters => Set<Letter>();

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At },
        new Letter { Id = who.Key(1), CustomerId = who.Number, Text = who.Text("letter"), SentAt = who.At },
    ];
}

[DataSubject("customer")]
public sealed class Customer
{
    public long Id { get; set; }

    [DataCategory("contact.name")]
    public string Name { get; set; } = "";

    [RetentionAnchor("last-activity")]
    public DateTimeOffset SeenAt { get; set; }
}

public sealed class Letter
{
    public int Id { get; set; }

    public long CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [DataCategory("communication.message")]
    public string Text { get; set; } = "";

    [RetentionAnchor("message-sent")]
    public DateTimeOffset SentAt { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : LongKeysContextProof
{
    protected override ProofDatabase<LongKeysContext> Open() => ZooDatabase.Sqlite<LongKeysContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : LongKeysContextProof
{
    protected override ProofDatabase<LongKeysContext> Open() => ZooDatabase.PostgreSql<LongKeysContext>(options => new(options));
}
