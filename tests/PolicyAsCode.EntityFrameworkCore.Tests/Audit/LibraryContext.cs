using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Audit;

/// <summary>A lending library: keys that the database makes, objects in rows, and data three references away from its reader.</summary>
[PrivacyOperations]
public sealed class LibraryContext(DbContextOptions<LibraryContext> options) : DbContext(options)
{
    public DbSet<Reader> Readers => Set<Reader>();

    public DbSet<Loan> Loans => Set<Loan>();

    public DbSet<Fine> Fines => Set<Fine>();

    public DbSet<Shelf> Shelves => Set<Shelf>();

    protected override void ConfigureConventions(ModelConfigurationBuilder builder) => builder.UsePrivacyConversions();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Reader>().OwnsOne(reader => reader.Home);
        model.Entity<Reader>().ComplexProperty(reader => reader.Taste);
        model.Entity<Reader>().HasQueryFilter(reader => !reader.IsHidden);
        model.UsePrivacy();
    }
}

[DataSubject("customer")]
public sealed class Reader
{
    public int Id { get; init; }

    [DataCategory("contact.name")]
    public string Name { get; set; } = "";

    [DataCategory("contact.email")]
    public string? Email { get; set; }

    [RetentionAnchor("last-purchase")]
    public DateTimeOffset? SeenAt { get; set; }

    public bool IsHidden { get; set; }

    public int Visits { get; set; }

    public Home? Home { get; set; }

    public Taste Taste { get; set; } = new();

    public List<Loan> Loans { get; } = [];
}

public sealed class Home
{
    [DataCategory("contact.name")]
    public string? Street { get; set; }

    public string? Country { get; set; }
}

public sealed class Taste
{
    [DataCategory("contact.email")]
    public string? Genre { get; set; }

    public bool IsLoud { get; set; }
}

public sealed class Loan
{
    private readonly ILazyLoader? _lazy;
    private List<Fine>? _fines;

    public Loan()
    {
    }

    private Loan(ILazyLoader lazy) => _lazy = lazy;

    public int Id { get; init; }

    public int ReaderId { get; set; }

    public Reader? Reader { get; set; }

    [DataCategory("communication.feedback")]
    public string? Remark { get; set; }

    [RetentionAnchor("feedback-given")]
    public DateTimeOffset? ReturnedAt { get; set; }

    public List<Fine> Fines
    {
        get => _lazy is null ? _fines ??= [] : _lazy.Load(this, ref _fines) ?? [];
        init => _fines = value;
    }
}

public sealed class Fine
{
    public int Id { get; init; }

    public int LoanId { get; init; }

    public Loan? Loan { get; init; }

    [DataCategory("communication.feedback")]
    public string? Excuse { get; set; }

    [RetentionAnchor("feedback-given")]
    public DateTimeOffset? PaidAt { get; set; }
}

public sealed class Shelf
{
    public int Id { get; init; }

    public string Label { get; set; } = "";
}
