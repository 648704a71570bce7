using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Shop;

/// <summary>People with encrypted fields, objects in their rows, secrets, and the run time's tables.</summary>
[PrivacyOperations]
public sealed class VaultContext(DbContextOptions<VaultContext> options) : DbContext(options)
{
    public DbSet<Member> Members => Set<Member>();

    public DbSet<Letter> Letters => Set<Letter>();

    protected override void ConfigureConventions(ModelConfigurationBuilder builder)
    {
        if (Database.IsSqlite())
            builder.UsePrivacyConversions();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.UsePrivacy();
        model.Entity<Member>(member =>
        {
            member.HasSubject(row => row.Id, "customer");
            member.HasQueryFilter(row => !row.IsHidden);
            member.HasIndex(row => row.Nickname).IsUnique();
            member.Property(row => row.Email).HasMaxLength(60).IsEncrypted();
            member.OwnsOne(row => row.Home, home => home.Property(row => row.Street).IsEncrypted());
            member.OwnsMany(row => row.Phones, phone => phone.HasKey(row => row.Id));
            member.ComplexProperty(row => row.Office);
        });
        model.Entity<Letter>(letter =>
        {
            letter.HasSubject(row => row.MemberId, "customer");
            letter.Property(row => row.Text).IsEncrypted();
        });
    }
}

public enum Kindness
{
    Kind,
    Kinder,
}

[DataSubject("customer")]
public sealed class Member
{
    public int Id { get; set; }

    [DataCategory("contact.name")]
    [RegularExpression("[A-Za-z .]+")]
    public string Name { get; set; } = "";

    [DataCategory("contact.name")]
    [MaxLength(20)]
    public string? Nickname { get; set; }

    [DataCategory("contact.email")]
    public string? Email { get; set; }

    [DataCategory("contact.email")]
    public string? NormalizedEmail { get; set; }

    public bool EmailConfirmed { get; set; }

    [DataCategory("identity.birth-date")]
    public DateOnly? BirthDate { get; set; }

    [DataCategory("contact")]
    public Kindness? Kindness { get; set; }

    [DataCategory("account.password")]
    public string? PasswordHash { get; set; }

    public Home? Home { get; set; }

    public Office Office { get; set; } = new();

    public List<Phone> Phones { get; set; } = [];

    [DataCategory("contact")]
    [RetentionAnchor("last-purchase")]
    public DateTimeOffset LastPurchaseAt { get; set; }

    [RetentionAnchor("registration")]
    public DateOnly RegisteredOn { get; set; }

    public bool IsHidden { get; set; }
}

public sealed class Home
{
    [DataCategory("contact.address")]
    public string? Street { get; set; }

    [DataCategory("contact.address")]
    public int? Floor { get; set; }
}

public sealed class Office
{
    [DataCategory("contact.address")]
    public string City { get; set; } = "";
}

public sealed class Phone
{
    public int Id { get; set; }

    [DataCategory("contact.phone")]
    public string? Number { get; set; }
}

public sealed class Letter
{
    public int Id { get; set; }

    public int MemberId { get; set; }

    public Member? Member { get; set; }

    [DataCategory("usage.activity")]
    public string? Text { get; set; }

    [RetentionAnchor("collected")]
    public DateTimeOffset At { get; set; }
}
