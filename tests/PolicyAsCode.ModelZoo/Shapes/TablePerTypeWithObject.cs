using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.TablePerTypeWithObject;

/// <summary>
/// An owned object in the row of the base, whose table is no part of the derived type's rows but one of their own.
/// </summary>
[PrivacyOperations]
public sealed class TablePerTypeWithObjectContext(DbContextOptions<TablePerTypeWithObjectContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Note> Notes => Set<Note>();

    public DbSet<Letter> Letters => Set<Letter>();

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At },
        new Letter { Id = who.Key(1), CustomerId = who.Number, Text = who.Text("letter"), Place = new() { Street = who.Text("street") }, SentAt = who.At },
    ];

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Note>().UseTptMappingStrategy();
        model.Entity<Note>().OwnsOne(note => note.Place);
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

public abstract class Note
{
    public int Id { get; set; }

    public int CustomerId { get; set; }

    public Customer? Customer { get; set; }

    public Place? Place { get; set; }

    [RetentionAnchor("message-sent")]
    public DateTimeOffset SentAt { get; set; }
}

public sealed class Letter : Note
{
    [DataCategory("communication.message")]
    public string Text { get; set; } = "";
}

public sealed class Place
{
    [DataCategory("communication.message")]
    public string Street { get; set; } = "";
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : TablePerTypeWithObjectContextProof
{
    protected override ProofDatabase<TablePerTypeWithObjectContext> Open() => ZooDatabase.Sqlite<TablePerTypeWithObjectContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : TablePerTypeWithObjectContextProof
{
    protected override ProofDatabase<TablePerTypeWithObjectContext> Open() => ZooDatabase.PostgreSql<TablePerTypeWithObjectContext>(options => new(options));
}
