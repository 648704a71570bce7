using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Requests;

/// <summary>A small application with the run time's tables: one person table, one table of theirs.</summary>
public sealed class DeskContext(DbContextOptions<DeskContext> options) : DbContext(options)
{
    public DbSet<DeskPerson> People => Set<DeskPerson>();

    public DbSet<DeskNote> Notes => Set<DeskNote>();

    protected override void OnModelCreating(ModelBuilder model) => model.UsePrivacy();
}

public sealed class DeskPerson
{
    public Guid Id { get; init; }

    public string Name { get; set; } = "";

    public string Email { get; set; } = "";
}

public sealed class DeskNote
{
    public int Id { get; init; }

    public Guid PersonId { get; init; }

    public string Text { get; set; } = "";
}
