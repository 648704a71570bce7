using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.CascadingForeignKeys;

/// <summary>
/// The database would delete everything by itself, uncounted: nothing is left to it.
/// </summary>
[PrivacyOperations]
public sealed class CascadingForeignKeysContext(DbContextOptions<CascadingForeignKeysContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Letter> Letters => Set<Letter>();

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At },
        new Letter { Id = who.Key(1), CustomerId = who.Number, Text = who.Text("letter"), SentAt = who.At },
    ];

    protected override void OnModelCreating(ModelBuilder model) =>
        model.Entity<Letter>().HasOne(letter => letter.Customer).WithMany().OnDelete(DeleteBehavior.Cascade);
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

public sealed class Letter
{
    public int Id { get; set; }

    public int CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [DataCategory("communication.message")]
    public string Text { get; set; } = "";

    [RetentionAnchor("message-sent")]
    public DateTimeOffset SentAt { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : CascadingForeignKeysContextProof
{
    protected override ProofDatabase<CascadingForeignKeysContext> Open() => ZooDatabase.Sqlite<CascadingForeignKeysContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : CascadingForeignKeysContextProof
{
    protected override ProofDatabase<CascadingForeignKeysContext> Open() => ZooDatabase.PostgreSql<CascadingForeignKeysContext>(options => new(options));
}
