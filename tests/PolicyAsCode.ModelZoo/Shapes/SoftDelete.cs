using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.SoftDelete;

/// <summary>
/// A filter that hides rows which are deleted softly: an erasure sees them.
/// </summary>
[PrivacyOperations]
public sealed class SoftDeleteContext(DbContextOptions<SoftDeleteContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Letter> Letters => Set<Letter>();

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At, IsDeleted = who.IsHidden },
        new Letter { Id = who.Key(1), CustomerId = who.Number, Text = who.Text("letter"), SentAt = who.At, IsDeleted = true },
    ];

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Customer>().HasQueryFilter(customer => !customer.IsDeleted);
        model.Entity<Letter>().HasQueryFilter(letter => !letter.IsDeleted && !letter.Customer!.IsDeleted);
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

    public bool IsDeleted { get; set; }
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

    public bool IsDeleted { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : SoftDeleteContextProof
{
    protected override ProofDatabase<SoftDeleteContext> Open() => ZooDatabase.Sqlite<SoftDeleteContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : SoftDeleteContextProof
{
    protected override ProofDatabase<SoftDeleteContext> Open() => ZooDatabase.PostgreSql<SoftDeleteContext>(options => new(options));
}
