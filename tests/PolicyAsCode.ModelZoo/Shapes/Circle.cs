using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.Circle;

/// <summary>
/// A person and the main one of the person's addresses refer to each other.
/// </summary>
[PrivacyOperations]
public sealed class CircleContext(DbContextOptions<CircleContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Address> Addresses => Set<Address>();

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At },
        new Address { Id = who.Key(1), CustomerId = who.Number, Street = who.Text("street") },
        new Address { Id = who.Key(2), CustomerId = who.Number, Street = who.Text("other street") },
    ];

    public override async Task LinkAsync(Somebody who) =>
        (await Customers.SingleAsync(customer => customer.Id == who.Number)).MainAddressId = who.Key(1);

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Address>().HasOne(address => address.Customer).WithMany().HasForeignKey(address => address.CustomerId);
        model.Entity<Customer>().HasOne(customer => customer.MainAddress).WithMany().HasForeignKey(customer => customer.MainAddressId);
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

    public int? MainAddressId { get; set; }

    public Address? MainAddress { get; set; }
}

public sealed class Address
{
    public int Id { get; set; }

    public int CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [DataCategory("contact.address")]
    public string Street { get; set; } = "";
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : CircleContextProof
{
    protected override ProofDatabase<CircleContext> Open() => ZooDatabase.Sqlite<CircleContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : CircleContextProof
{
    protected override ProofDatabase<CircleContext> Open() => ZooDatabase.PostgreSql<CircleContext>(options => new(options));
}
