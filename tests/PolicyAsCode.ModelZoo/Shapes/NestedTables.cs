using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.NestedTables;

/// <summary>
/// Owned objects that own others, in a table each: none is left to a cascade.
/// </summary>
[PrivacyOperations]
public sealed class NestedTablesContext(DbContextOptions<NestedTablesContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer
        {
            Id = who.Number, Name = who.Name, SeenAt = who.At,
            Trips = [new() { Id = who.Key(1), Aim = who.Text("aim"), Stops = [new() { Id = who.Key(2), Place = who.Text("place") }] }],
        },
    ];

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Customer>().OwnsMany(customer => customer.Trips, trip =>
        {
            trip.ToTable("Trips").HasKey(one => one.Id);
            trip.OwnsMany(one => one.Stops, stop => stop.ToTable("Stops").HasKey(each => each.Id));
        });
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

    public List<Trip> Trips { get; set; } = [];
}

public sealed class Trip
{
    public int Id { get; set; }

    [DataCategory("contact")]
    public string Aim { get; set; } = "";

    public List<Stop> Stops { get; set; } = [];
}

public sealed class Stop
{
    public int Id { get; set; }

    [DataCategory("contact.address")]
    public string Place { get; set; } = "";
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : NestedTablesContextProof
{
    protected override ProofDatabase<NestedTablesContext> Open() => ZooDatabase.Sqlite<NestedTablesContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : NestedTablesContextProof
{
    protected override ProofDatabase<NestedTablesContext> Open() => ZooDatabase.PostgreSql<NestedTablesContext>(options => new(options));
}
