using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.ConvertedKeys;

/// <summary>
/// Keys of a class, converted property by property.
/// </summary>
[PrivacyOperations]
public sealed class ConvertedKeysContext(DbContextOptions<ConvertedKeysContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Letter> Letters => Set<Letter>();

    public override string SubjectId(Somebody who) => who.Text("login");

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Id = new(who.Text("login")), Name = who.Name, SeenAt = who.At },
        new Letter { Id = who.Key(1), CustomerId = new(who.Text("login")), Text = who.Text("letter"), SentAt = who.At },
    ];

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Customer>().Property(customer => customer.Id).HasConversion(id => id.Text, text => new Login(text));
        model.Entity<Letter>().Property(letter => letter.CustomerId).HasConversion(id => id.Text, text => new Login(text));
    }
}

[DataSubject("customer")]
public sealed class Customer
{
    public Login Id { get; set; } = null!;

    [DataCategory("contact.name")]
    public string Name { get; set; } = "";

    [RetentionAnchor("last-activity")]
    public DateTimeOffset SeenAt { get; set; }
}

public sealed class Letter
{
    public int Id { get; set; }

    public Login CustomerId { get; set; } = null!;

    public Customer? Customer { get; set; }

    [DataCategory("communication.message")]
    public string Text { get; set; } = "";

    [RetentionAnchor("message-sent")]
    public DateTimeOffset SentAt { get; set; }
}

public sealed record Login(string Text);

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : ConvertedKeysContextProof
{
    protected override ProofDatabase<ConvertedKeysContext> Open() => ZooDatabase.Sqlite<ConvertedKeysContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : ConvertedKeysContextProof
{
    protected override ProofDatabase<ConvertedKeysContext> Open() => ZooDatabase.PostgreSql<ConvertedKeysContext>(options => new(options));
}
