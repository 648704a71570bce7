using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.CompositeKeys;

/// <summary>
/// Keys of several columns all the way down, and foreign keys that follow them.
/// </summary>
[PrivacyOperations]
public sealed class CompositeKeysContext(DbContextOptions<CompositeKeysContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<OrderLine> Lines => Set<OrderLine>();

    public override IEnumerable<string> Kept => ["Orders: 1"];

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At },
        new Order { Year = 2025, Number = who.Key(1), CustomerId = who.Number, Reference = "A-1", PlacedAt = who.At },
        new Order { Year = 2006, Number = who.Key(1), CustomerId = who.Number, Reference = "A-2", PlacedAt = who.LongAgo },
        new OrderLine { Year = 2025, Number = who.Key(1), Position = 1, Wish = who.Text("wish"), PlacedAt = who.At },
        new OrderLine { Year = 2006, Number = who.Key(1), Position = 1, Wish = who.Text("wish"), PlacedAt = who.LongAgo },
    ];

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Order>().HasKey(order => new { order.Year, order.Number });
        model.Entity<OrderLine>().HasKey(line => new { line.Year, line.Number, line.Position });
        model.Entity<OrderLine>().HasOne(line => line.Order).WithMany().HasForeignKey(line => new { line.Year, line.Number });
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

public sealed class Order
{
    public int Year { get; set; }

    public int Number { get; set; }

    public int? CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [DataCategory("transaction.order")]
    public string Reference { get; set; } = "";

    [RetentionAnchor("order-placed")]
    public DateTimeOffset PlacedAt { get; set; }
}

public sealed class OrderLine
{
    public int Year { get; set; }

    public int Number { get; set; }

    public int Position { get; set; }

    public Order? Order { get; set; }

    [DataCategory("transaction.delivery")]
    public string? Wish { get; set; }

    [RetentionAnchor("order-placed")]
    public DateTimeOffset PlacedAt { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : CompositeKeysContextProof
{
    protected override ProofDatabase<CompositeKeysContext> Open() => ZooDatabase.Sqlite<CompositeKeysContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : CompositeKeysContextProof
{
    protected override ProofDatabase<CompositeKeysContext> Open() => ZooDatabase.PostgreSql<CompositeKeysContext>(options => new(options));
}
