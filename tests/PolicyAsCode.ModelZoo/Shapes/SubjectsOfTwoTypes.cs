using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.SubjectsOfTwoTypes;

/// <summary>
/// A person can be of either of two types of one hierarchy: asked for by key, whichever it is.
/// </summary>
[PrivacyOperations]
public sealed class SubjectsOfTwoTypesContext(DbContextOptions<SubjectsOfTwoTypesContext> options) : ZooContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<BusinessCustomer> Businesses => Set<BusinessCustomer>();

    public override IEnumerable<object> RowsOf(Somebody who) =>
        who.Name == "ana"
            ? [new BusinessCustomer { Id = who.Number, Name = who.Name, Contact = who.Text("contact"), SeenAt = who.At }]
            : [new Customer { Id = who.Number, Name = who.Name, SeenAt = who.At }];
}

[DataSubject("customer")]
public class Customer
{
    public int Id { get; set; }

    [DataCategory("contact.name")]
    public string Name { get; set; } = "";

    [RetentionAnchor("last-activity")]
    public DateTimeOffset SeenAt { get; set; }
}

public sealed class BusinessCustomer : Customer
{
    [DataCategory("contact.name")]
    public string? Contact { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : SubjectsOfTwoTypesContextProof
{
    protected override ProofDatabase<SubjectsOfTwoTypesContext> Open() => ZooDatabase.Sqlite<SubjectsOfTwoTypesContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : SubjectsOfTwoTypesContextProof
{
    protected override ProofDatabase<SubjectsOfTwoTypesContext> Open() => ZooDatabase.PostgreSql<SubjectsOfTwoTypesContext>(options => new(options));
}
