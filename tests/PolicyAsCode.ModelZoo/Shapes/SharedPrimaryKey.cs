using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.SharedPrimaryKey;

/// <summary>
/// One to one by the same key.
/// </summary>
[PrivacyOperations]
public sealed class SharedPrimaryKeyContext(DbContextOptions<SharedPrimaryKeyContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Profile> Profiles => Set<Profile>();

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At },
        new Profile { Id = who.Number, Nickname = who.Text("nick") },
    ];

    protected override void OnModelCreating(ModelBuilder model) =>
        model.Entity<Customer>().HasOne(customer => customer.Profile).WithOne(profile => profile.Customer).HasForeignKey<Profile>(profile => profile.Id);
}

[DataSubject("customer")]
public sealed class Customer
{
    public int Id { get; set; }

    [DataCategory("contact.name")]
    public string Name { get; set; } = "";

    [RetentionAnchor("last-activity")]
    public DateTimeOffset SeenAt { get; set; }

    public Profile? Profile { get; set; }
}

public sealed class Profile
{
    public int Id { get; set; }

    public Customer? Customer { get; set; }

    [DataCategory("contact.name")]
    public string Nickname { get; set; } = "";
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : SharedPrimaryKeyContextProof
{
    protected override ProofDatabase<SharedPrimaryKeyContext> Open() => ZooDatabase.Sqlite<SharedPrimaryKeyContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : SharedPrimaryKeyContextProof
{
    protected override ProofDatabase<SharedPrimaryKeyContext> Open() => ZooDatabase.PostgreSql<SharedPrimaryKeyContext>(options => new(options));
}
