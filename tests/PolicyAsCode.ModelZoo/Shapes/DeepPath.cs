using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.DeepPath;

/// <summary>
/// Rows that lead to the person over others without a navigation, and over rows that hold nothing personal.
/// </summary>
[PrivacyOperations]
public sealed class DeepPathContext(DbContextOptions<DeepPathContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Case> Cases => Set<Case>();

    public DbSet<Step> Steps => Set<Step>();

    public DbSet<Remark> Remarks => Set<Remark>();

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At },
        new Case { Id = who.Key(1), CustomerId = who.Number },
        new Step { Id = who.Key(2), CaseId = who.Key(1) },
        new Remark { Id = who.Key(3), StepId = who.Key(2), Text = who.Text("remark"), SentAt = who.At },
    ];

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Case>().HasOne<Customer>().WithMany().HasForeignKey(one => one.CustomerId);
        model.Entity<Step>().HasOne<Case>().WithMany().HasForeignKey(one => one.CaseId);
        model.Entity<Remark>().HasOne<Step>().WithMany().HasForeignKey(one => one.StepId);
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

public sealed class Case
{
    public int Id { get; set; }

    public int CustomerId { get; set; }
}

public sealed class Step
{
    public int Id { get; set; }

    public int CaseId { get; set; }
}

public sealed class Remark
{
    public int Id { get; set; }

    public int StepId { get; set; }

    [DataCategory("communication.message")]
    public string Text { get; set; } = "";

    [RetentionAnchor("message-sent")]
    public DateTimeOffset SentAt { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : DeepPathContextProof
{
    protected override ProofDatabase<DeepPathContext> Open() => ZooDatabase.Sqlite<DeepPathContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : DeepPathContextProof
{
    protected override ProofDatabase<DeepPathContext> Open() => ZooDatabase.PostgreSql<DeepPathContext>(options => new(options));
}
