using System.Text;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.MixedColumns;

/// <summary>
/// Texts that lie in columns of another type than their neighbours, as bytes, and no other value between them. PostgreSQL's
/// provider makes one array of a row's values where it can, and fails where they differ.
/// </summary>
[PrivacyOperations]
public sealed class MixedColumnsContext(DbContextOptions<MixedColumnsContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Letter> Letters => Set<Letter>();

    public override string SubjectId(Somebody who) => who.Text("login");

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Id = who.Text("login"), Name = who.Name, Phone = who.Text("phone"), SeenAt = who.At },
        new Letter { Id = who.Text("letter-id"), CustomerId = who.Text("login"), Text = who.Text("letter"), Subject = who.Text("subject"), SentAt = who.At },
    ];

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Customer>().Property(customer => customer.Phone)
            .HasConversion(text => Encoding.UTF8.GetBytes(text), bytes => Encoding.UTF8.GetString(bytes));
        model.Entity<Letter>().Property(letter => letter.Subject)
            .HasConversion(text => Encoding.UTF8.GetBytes(text), bytes => Encoding.UTF8.GetString(bytes));
    }
}

[DataSubject("customer")]
public sealed class Customer
{
    public string Id { get; set; } = "";

    [DataCategory("contact.name")]
    public string Name { get; set; } = "";

    [DataCategory("contact.phone")]
    public string Phone { get; set; } = "";

    [RetentionAnchor("last-activity")]
    public DateTimeOffset SeenAt { get; set; }
}

public sealed class Letter
{
    public string Id { get; set; } = "";

    public string CustomerId { get; set; } = "";

    public Customer? Customer { get; set; }

    [DataCategory("communication.message")]
    public string Text { get; set; } = "";

    [DataCategory("communication.message")]
    public string Subject { get; set; } = "";

    [RetentionAnchor("message-sent")]
    public DateTimeOffset SentAt { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : MixedColumnsContextProof
{
    protected override ProofDatabase<MixedColumnsContext> Open() => ZooDatabase.Sqlite<MixedColumnsContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : MixedColumnsContextProof
{
    protected override ProofDatabase<MixedColumnsContext> Open() => ZooDatabase.PostgreSql<MixedColumnsContext>(options => new(options));
}
