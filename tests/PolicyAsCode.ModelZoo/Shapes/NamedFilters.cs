using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.NamedFilters;

/// <summary>
/// Named filters, as EF Core 10 brought them: one hides deleted rows, one other tenants'.
/// </summary>
[PrivacyOperations]
public sealed class NamedFiltersContext(DbContextOptions<NamedFiltersContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Letter> Letters => Set<Letter>();

    private string Tenant => "acme";

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At, IsDeleted = who.IsHidden, TenantId = Tenant },
        new Letter { Id = who.Key(1), CustomerId = who.Number, Text = who.Text("letter"), SentAt = who.At },
    ];

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Customer>().HasQueryFilter("deleted", customer => !customer.IsDeleted);
        model.Entity<Customer>().HasQueryFilter("tenant", customer => customer.TenantId == Tenant);
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

    public string TenantId { get; set; } = "";
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
public sealed class OnSqlite : NamedFiltersContextProof
{
    protected override ProofDatabase<NamedFiltersContext> Open() => ZooDatabase.Sqlite<NamedFiltersContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : NamedFiltersContextProof
{
    protected override ProofDatabase<NamedFiltersContext> Open() => ZooDatabase.PostgreSql<NamedFiltersContext>(options => new(options));
}
