using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.ManyToManyExplicit;

/// <summary>
/// A join entity with data of its own, keyed by both sides.
/// </summary>
[PrivacyOperations]
public sealed class ManyToManyExplicitContext(DbContextOptions<ManyToManyExplicitContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Club> Clubs => Set<Club>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public override IEnumerable<object> Common() => [new Club { Id = 1, Name = "chess" }];

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At },
        new Membership { CustomerId = who.Number, ClubId = 1, Nickname = who.Text("nick") },
    ];

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Membership>().HasKey(membership => new { membership.CustomerId, membership.ClubId });
        model.Entity<Customer>().HasMany(customer => customer.Clubs).WithMany(club => club.Customers).UsingEntity<Membership>();
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

    public List<Club> Clubs { get; } = [];
}

public sealed class Club
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public List<Customer> Customers { get; } = [];
}

public sealed class Membership
{
    public int CustomerId { get; set; }

    public Customer? Customer { get; set; }

    public int ClubId { get; set; }

    public Club? Club { get; set; }

    [DataCategory("contact.name")]
    public string Nickname { get; set; } = "";
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : ManyToManyExplicitContextProof
{
    protected override ProofDatabase<ManyToManyExplicitContext> Open() => ZooDatabase.Sqlite<ManyToManyExplicitContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : ManyToManyExplicitContextProof
{
    protected override ProofDatabase<ManyToManyExplicitContext> Open() => ZooDatabase.PostgreSql<ManyToManyExplicitContext>(options => new(options));
}
