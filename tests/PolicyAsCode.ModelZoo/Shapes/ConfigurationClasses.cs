using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.ConfigurationClasses;

/// <summary>
/// Everything is said in configuration classes: keys, names of tables and columns, owned objects.
/// </summary>
[PrivacyOperations]
public sealed class ConfigurationClassesContext(DbContextOptions<ConfigurationClassesContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Letter> Letters => Set<Letter>();

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Code = who.Number, Name = who.Name, SeenAt = who.At, Home = new() { Street = who.Text("street") } },
        new Letter { Number = who.Key(1), Author = who.Number, Text = who.Text("letter"), SentAt = who.At },
    ];

    protected override void OnModelCreating(ModelBuilder model) =>
        model.ApplyConfiguration(new CustomerConfiguration()).ApplyConfiguration(new LetterConfiguration());
}

[DataSubject("customer")]
public sealed class Customer
{
    public int Code { get; set; }

    [DataCategory("contact.name")]
    public string Name { get; set; } = "";

    public Address? Home { get; set; }

    [RetentionAnchor("last-activity")]
    public DateTimeOffset SeenAt { get; set; }
}

public sealed class Address
{
    [DataCategory("contact.address")]
    public string Street { get; set; } = "";
}

public sealed class Letter
{
    public int Number { get; set; }

    public int Author { get; set; }

    [DataCategory("communication.message")]
    public string Text { get; set; } = "";

    [RetentionAnchor("message-sent")]
    public DateTimeOffset SentAt { get; set; }
}

internal sealed class CustomerConfiguration : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> customer)
    {
        customer.ToTable("people").HasKey(one => one.Code);
        customer.Property(one => one.Code).HasColumnName("person code").ValueGeneratedNever();
        customer.OwnsOne(one => one.Home, home => home.ToTable("homes of people"));
    }
}

internal sealed class LetterConfiguration : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> letter)
    {
        letter.HasKey(one => one.Number);
        letter.Property(one => one.Number).ValueGeneratedNever();
        letter.HasOne<Customer>().WithMany().HasForeignKey(one => one.Author);
    }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : ConfigurationClassesContextProof
{
    protected override ProofDatabase<ConfigurationClassesContext> Open() => ZooDatabase.Sqlite<ConfigurationClassesContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : ConfigurationClassesContextProof
{
    protected override ProofDatabase<ConfigurationClassesContext> Open() => ZooDatabase.PostgreSql<ConfigurationClassesContext>(options => new(options));
}
