using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.SubjectHierarchy;

/// <summary>
/// Customers and staff in one hierarchy of users: each kind of person is erased as itself, and leaves the other alone.
/// </summary>
[PrivacyOperations]
public sealed class SubjectHierarchyContext(DbContextOptions<SubjectHierarchyContext> options) : ZooContext(options)
{
    public DbSet<User> Users => Set<User>();

    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<StaffMember> Staff => Set<StaffMember>();

    public DbSet<Login> Logins => Set<Login>();

    public override IEnumerable<object> Common() => [new StaffMember { Id = 1, Name = "sari", Desk = "till", SeenAt = Friend.At }, new Login { Id = 1, UserId = 1, Address = "sari's" }];

    public override IEnumerable<object> RowsOf(Somebody who) =>
    [
        new Customer { Id = who.Number, Name = who.Name, Email = who.Text("mail"), SeenAt = who.At },
        new Login { Id = who.Key(1), UserId = who.Number, Address = who.Text("address") },
    ];
}

public abstract class User
{
    public int Id { get; set; }

    [DataCategory("contact.name")]
    public string Name { get; set; } = "";

    [RetentionAnchor("last-activity")]
    public DateTimeOffset SeenAt { get; set; }
}

[DataSubject("customer")]
public sealed class Customer : User
{
    [DataCategory("contact.email")]
    public string Email { get; set; } = "";
}

[DataSubject("staff")]
public sealed class StaffMember : User
{
    public string Desk { get; set; } = "";
}

public sealed class Login
{
    public int Id { get; set; }

    public int UserId { get; set; }

    public User? User { get; set; }

    [DataCategory("contact.address")]
    public string Address { get; set; } = "";
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : SubjectHierarchyContextProof
{
    protected override ProofDatabase<SubjectHierarchyContext> Open() => ZooDatabase.Sqlite<SubjectHierarchyContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : SubjectHierarchyContextProof
{
    protected override ProofDatabase<SubjectHierarchyContext> Open() => ZooDatabase.PostgreSql<SubjectHierarchyContext>(options => new(options));
}
