using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.AttributesOnly;

/// <summary>
/// Everything is said by attributes: tables, columns, keys, foreign keys.
/// </summary>
[PrivacyOperations]
public sealed class AttributesOnlyContext(DbContextOptions<AttributesOnlyContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Letter> Letters => Set<Letter>();

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Code = who.Number, Name = who.Name, SeenAt = who.At },
        new Letter { Number = who.Key(1), Author = who.Number, Text = who.Text("letter"), SentAt = who.At },
    ];
}

[DataSubject("customer")]
[Table("t_customer")]
public sealed class Customer
{
    [Key]
    [Column("c_code")]
    [DatabaseGenerated(DatabaseGeneratedOption.None)]
    public int Code { get; set; }

    [Required]
    [Column("c_name")]
    [DataCategory("contact.name")]
    public string? Name { get; set; }

    [RetentionAnchor("last-activity")]
    public DateTimeOffset SeenAt { get; set; }
}

[Table("t_letter")]
[PrimaryKey(nameof(Number))]
public sealed class Letter
{
    [DatabaseGenerated(DatabaseGeneratedOption.None)]
    public int Number { get; set; }

    [ForeignKey(nameof(Customer))]
    public int Author { get; set; }

    public Customer? Customer { get; set; }

    [DataCategory("communication.message")]
    [Column("l_text")]
    public string Text { get; set; } = "";

    [RetentionAnchor("message-sent")]
    public DateTimeOffset SentAt { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : AttributesOnlyContextProof
{
    protected override ProofDatabase<AttributesOnlyContext> Open() => ZooDatabase.Sqlite<AttributesOnlyContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : AttributesOnlyContextProof
{
    protected override ProofDatabase<AttributesOnlyContext> Open() => ZooDatabase.PostgreSql<AttributesOnlyContext>(options => new(options));
}
