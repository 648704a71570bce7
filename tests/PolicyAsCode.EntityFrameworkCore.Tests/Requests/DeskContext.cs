using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Requests;

/// <summary>
/// A small application with the run time's tables: one person table, one table of theirs. It sees one tenant's people: that
/// of the scope that made it.
/// </summary>
public sealed class DeskContext(DbContextOptions<DeskContext> options, IPrivacyTenant? tenant = null) : DbContext(options)
{
    private readonly string _tenant = tenant?.Current ?? "";

    public DbSet<DeskPerson> People => Set<DeskPerson>();

    public DbSet<DeskNote> Notes => Set<DeskNote>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.UsePrivacy();
        model.Entity<DeskPerson>().HasQueryFilter(person => person.Tenant == _tenant);
    }
}

public sealed class DeskPerson
{
    public Guid Id { get; init; }

    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    public string Tenant { get; init; } = "";
}

public sealed class DeskNote
{
    public int Id { get; init; }

    public Guid PersonId { get; init; }

    public string Text { get; set; } = "";
}
