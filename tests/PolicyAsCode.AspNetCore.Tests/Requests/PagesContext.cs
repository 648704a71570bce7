using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore.Tests.Requests;

/// <summary>A shop with the run time's tables, and people who have, or have not, an account.</summary>
public sealed class PagesContext(DbContextOptions<PagesContext> options) : DbContext(options)
{
    public DbSet<Shopper> People => Set<Shopper>();

    protected override void OnModelCreating(ModelBuilder model) => model.UsePrivacy();
}

public sealed class Shopper
{
    public int Id { get; init; }

    public string Name { get; set; } = "";

    public string Email { get; init; } = "";
}
