using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.StronglyTypedKeys;

/// <summary>
/// Keys of a type of their own, converted by convention.
/// </summary>
[PrivacyOperations]
public sealed class StronglyTypedKeysContext(DbContextOptions<StronglyTypedKeysContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Letter> Letters => Set<Letter>();

    public override string SubjectId(Somebody who) => who.Guid.ToString();

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Id = new(who.Guid), Name = who.Name, SeenAt = who.At },
        new Letter { Id = who.Key(1), CustomerId = new(who.Guid), Text = who.Text("letter"), SentAt = who.At },
    ];

    protected override void ConfigureConventions(ModelConfigurationBuilder builder)
    {
        base.ConfigureConventions(builder);
        builder.Properties<CustomerId>().HaveConversion<CustomerId.Converter>();
    }
}

[DataSubject("customer")]
public sealed class Customer
{
    public CustomerId Id { get; set; }

    [DataCategory("contact.name")]
    public string Name { get; set; } = "";

    [RetentionAnchor("last-activity")]
    public DateTimeOffset SeenAt { get; set; }
}

public sealed class Letter
{
    public int Id { get; set; }

    public CustomerId CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [DataCategory("communication.message")]
    public string Text { get; set; } = "";

    [RetentionAnchor("message-sent")]
    public DateTimeOffset SentAt { get; set; }
}

public readonly record struct CustomerId(Guid Value)
{
    public sealed class Converter() : ValueConverter<CustomerId, Guid>(id => id.Value, value => new(value));
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : StronglyTypedKeysContextProof
{
    protected override ProofDatabase<StronglyTypedKeysContext> Open() => ZooDatabase.Sqlite<StronglyTypedKeysContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : StronglyTypedKeysContextProof
{
    protected override ProofDatabase<StronglyTypedKeysContext> Open() => ZooDatabase.PostgreSql<StronglyTypedKeysContext>(options => new(options));
}
