using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.RestrictedForeignKeys;

/// <summary>
/// The database refuses to delete what is referred to: children go first, whatever it would do by itself.
/// </summary>
[PrivacyOperations]
public sealed class RestrictedForeignKeysContext(DbContextOptions<RestrictedForeignKeysContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Letter> Letters => Set<Letter>();

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At },
        new Letter { Id = who.Key(1), CustomerId = who.Number, Text = who.Text("letter"), SentAt = who.At },
    ];

    protected override void OnModelCreating(ModelBuilder model)
    {
        foreach (var key in model.Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys()))
            key.DeleteBehavior = DeleteBehavior.Restrict;
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
public sealed class OnSqlite : RestrictedForeignKeysContextProof
{
    protected override ProofDatabase<RestrictedForeignKeysContext> Open() => ZooDatabase.Sqlite<RestrictedForeignKeysContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : RestrictedForeignKeysContextProof
{
    protected override ProofDatabase<RestrictedForeignKeysContext> Open() => ZooDatabase.PostgreSql<RestrictedForeignKeysContext>(options => new(options));
}
