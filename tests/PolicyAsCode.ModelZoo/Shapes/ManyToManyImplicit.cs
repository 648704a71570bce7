using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.ManyToManyImplicit;

/// <summary>
/// A join table that no class stands for: its rows go with the person, the tags stay.
/// </summary>
[PrivacyOperations]
public sealed class ManyToManyImplicitContext(DbContextOptions<ManyToManyImplicitContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Tag> Tags => Set<Tag>();

    public override IEnumerable<object> Common() => [new Tag { Id = 1, Name = "regular" }, new Tag { Id = 2, Name = "new" }];

    public override IEnumerable<object> RowsOf(Somebody who) => [new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At, Tags = [.. Tags] }];
}

[DataSubject("customer")]
public sealed class Customer
{
    public int Id { get; set; }

    [DataCategory("contact.name")]
    public string Name { get; set; } = "";

    [RetentionAnchor("last-activity")]
    public DateTimeOffset SeenAt { get; set; }

    public List<Tag> Tags { get; set; } = [];
}

public sealed class Tag
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public List<Customer> Customers { get; } = [];
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : ManyToManyImplicitContextProof
{
    protected override ProofDatabase<ManyToManyImplicitContext> Open() => ZooDatabase.Sqlite<ManyToManyImplicitContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : ManyToManyImplicitContextProof
{
    protected override ProofDatabase<ManyToManyImplicitContext> Open() => ZooDatabase.PostgreSql<ManyToManyImplicitContext>(options => new(options));
}
