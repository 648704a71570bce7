using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.ManyToManyOneSided;

/// <summary>
/// A many-to-many relationship that only the person knows of.
/// </summary>
[PrivacyOperations]
public sealed class ManyToManyOneSidedContext(DbContextOptions<ManyToManyOneSidedContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Tag> Tags => Set<Tag>();

    public override IEnumerable<object> Common() => [new Tag { Id = 1, Name = "regular" }, new Tag { Id = 2, Name = "new" }];

    public override IEnumerable<object> RowsOf(Somebody who) => [new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At, Tags = [.. Tags] }];

    protected override void OnModelCreating(ModelBuilder model) =>
        model.Entity<Customer>().HasMany(customer => customer.Tags).WithMany();
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
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : ManyToManyOneSidedContextProof
{
    protected override ProofDatabase<ManyToManyOneSidedContext> Open() => ZooDatabase.Sqlite<ManyToManyOneSidedContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : ManyToManyOneSidedContextProof
{
    protected override ProofDatabase<ManyToManyOneSidedContext> Open() => ZooDatabase.PostgreSql<ManyToManyOneSidedContext>(options => new(options));
}
