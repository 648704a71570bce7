using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.AlternateKey;

/// <summary>
/// A reference to another key than the primary one.
/// </summary>
[PrivacyOperations]
public sealed class AlternateKeyContext(DbContextOptions<AlternateKeyContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Letter> Letters => Set<Letter>();

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Id = who.Number, Code = who.Guid, Name = who.Name, SeenAt = who.At },
        new Letter { Id = who.Key(1), CustomerCode = who.Guid, Text = who.Text("letter"), SentAt = who.At },
        new Parcel { Id = who.Key(2), Owner = who.Guid, Address = who.Text("street"), UsedAt = who.At },
    ];

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Letter>().HasOne(letter => letter.Customer).WithMany().HasForeignKey(letter => letter.CustomerCode).HasPrincipalKey(customer => customer.Code);
        model.Entity<Parcel>().HasOne<Customer>().WithMany().HasPrincipalKey(customer => customer.Code).HasForeignKey(parcel => parcel.Owner);
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

    public Guid Code { get; set; }
}

public sealed class Letter
{
    public int Id { get; set; }

    public Guid CustomerCode { get; set; }

    public Customer? Customer { get; set; }

    [DataCategory("communication.message")]
    public string Text { get; set; } = "";

    [RetentionAnchor("message-sent")]
    public DateTimeOffset SentAt { get; set; }
}

/// <summary>Without a navigation.</summary>
public sealed class Parcel
{
    public int Id { get; set; }

    public Guid Owner { get; set; }

    [DataCategory("contact.address")]
    public string Address { get; set; } = "";

    [RetentionAnchor("last-activity")]
    public DateTimeOffset UsedAt { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : AlternateKeyContextProof
{
    protected override ProofDatabase<AlternateKeyContext> Open() => ZooDatabase.Sqlite<AlternateKeyContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : AlternateKeyContextProof
{
    protected override ProofDatabase<AlternateKeyContext> Open() => ZooDatabase.PostgreSql<AlternateKeyContext>(options => new(options));
}
