using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.TablePerType;

/// <summary>
/// A table for each type: one row lies in up to three tables. EF Core deletes from none of them by one statement.
/// </summary>
[PrivacyOperations]
public sealed class TablePerTypeContext(DbContextOptions<TablePerTypeContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Note> Notes => Set<Note>();

    public DbSet<Call> Calls => Set<Call>();

    public DbSet<VideoCall> VideoCalls => Set<VideoCall>();

    public DbSet<Letter> Letters => Set<Letter>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At },
        new Call { Id = who.Key(1), CustomerId = who.Number, Text = who.Text("call"), Number = who.Text("number"), SentAt = who.At },
        new VideoCall { Id = who.Key(2), CustomerId = who.Number, Text = who.Text("video"), Room = who.Text("room"), SentAt = who.At },
        new Letter { Id = who.Key(3), CustomerId = who.Number, Text = who.Text("letter"), Address = who.Text("street"), SentAt = who.At },
        new Attachment { Id = who.Key(4), NoteId = who.Key(2), FileName = who.Text("file"), SentAt = who.At },
    ];

    protected override void OnModelCreating(ModelBuilder model) =>
        model.Entity<Note>().UseTptMappingStrategy();
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

    [DataCategory("communication.message")]
    public string Text { get; set; } = "";

    [RetentionAnchor("message-sent")]
    public DateTimeOffset SentAt { get; set; }
}

public class Call : Note
{
    [DataCategory("contact.phone")]
    public string? Number { get; set; }
}

public sealed class VideoCall : Call
{
    [DataCategory("contact")]
    public string Room { get; set; } = "";
}

public sealed class Letter : Note
{
    [DataCategory("contact.address")]
    public string Address { get; set; } = "";
}

/// <summary>Refers to a note of any kind.</summary>
public sealed class Attachment
{
    public int Id { get; set; }

    public int NoteId { get; set; }

    public Note? Note { get; set; }

    [DataCategory("communication.message")]
    public string FileName { get; set; } = "";

    [RetentionAnchor("message-sent")]
    public DateTimeOffset SentAt { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : TablePerTypeContextProof
{
    protected override ProofDatabase<TablePerTypeContext> Open() => ZooDatabase.Sqlite<TablePerTypeContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : TablePerTypeContextProof
{
    protected override ProofDatabase<TablePerTypeContext> Open() => ZooDatabase.PostgreSql<TablePerTypeContext>(options => new(options));
}
