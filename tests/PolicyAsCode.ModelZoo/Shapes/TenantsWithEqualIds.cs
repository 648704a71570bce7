using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.TenantsWithEqualIds;

/// <summary>
/// A key of tenant and number: the same number is somebody else in another tenant (Marten #5234 overwrote them).
/// </summary>
[PrivacyOperations]
public sealed class TenantsWithEqualIdsContext(DbContextOptions<TenantsWithEqualIdsContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Order> Orders => Set<Order>();

    public override IEnumerable<string> Kept => ["Orders: 1"];

    public override string SubjectId(Somebody who) => $"acme/{who.Number}";

    /// <summary>Ana's number, and somebody else's in another tenant.</summary>
    public override IEnumerable<object> Common() => OfTenant("globex", Friend with { Number = 7001 });

    public override IEnumerable<object> RowsOf(Somebody who) => OfTenant("acme", who);

    private static IEnumerable<object> OfTenant(string tenant, Somebody who) =>
    [
        new Customer { TenantId = tenant, Number = who.Number, Name = who.Name, SeenAt = who.At },
        new Order { Id = who.Key(tenant.Length), TenantId = tenant, CustomerNumber = who.Number, Reference = "A-1", Email = who.Text("mail"), PlacedAt = who.At },
    ];

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Customer>().HasKey(customer => new { customer.TenantId, customer.Number });
        model.Entity<Order>().HasOne(order => order.Customer).WithMany().HasForeignKey(order => new { order.TenantId, order.CustomerNumber });
    }
}

[DataSubject("customer")]
public sealed class Customer
{
    public string TenantId { get; set; } = "";

    public int Number { get; set; }

    [DataCategory("contact.name")]
    public string Name { get; set; } = "";

    [RetentionAnchor("last-activity")]
    public DateTimeOffset SeenAt { get; set; }
}

public sealed class Order
{
    public int Id { get; set; }

    public string TenantId { get; set; } = "";

    public int? CustomerNumber { get; set; }

    public Customer? Customer { get; set; }

    [DataCategory("transaction.order")]
    public string Reference { get; set; } = "";

    [DataCategory("contact.email")]
    public string? Email { get; set; }

    [RetentionAnchor("order-placed")]
    public DateTimeOffset PlacedAt { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : TenantsWithEqualIdsContextProof
{
    protected override ProofDatabase<TenantsWithEqualIdsContext> Open() => ZooDatabase.Sqlite<TenantsWithEqualIdsContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : TenantsWithEqualIdsContextProof
{
    protected override ProofDatabase<TenantsWithEqualIdsContext> Open() => ZooDatabase.PostgreSql<TenantsWithEqualIdsContext>(options => new(options));
}
