using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.Proofs.Tests.Seeding;

/// <summary>Every way of storing things that a seed has to master, in one model.</summary>
public sealed class ShapesContext(DbContextOptions<ShapesContext> options) : DbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) =>
        configuration.Properties<MemberId>().HaveConversion<MemberIdConverter>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Member>(member =>
        {
            member.HasAlternateKey(row => row.Number);
            member.HasIndex(row => row.Login).IsUnique();
            member.Property(row => row.Code).HasMaxLength(4);
            member.Property(row => row.Wishes).HasConversion(
                wishes => string.Join(';', wishes.Select(wish => wish.Text)),
                text => text.Split(';', StringSplitOptions.None).Select(one => new Wish(one)).ToList());
            member.Property<string?>("Shadow");
            member.HasQueryFilter(row => !row.IsDeleted);
            member.OwnsOne(row => row.Home);
            member.OwnsMany(row => row.Homes, homes => homes.ToTable("MemberHomes"));
            member.OwnsOne(row => row.Profile, profile =>
            {
                profile.ToJson();
                profile.OwnsMany(row => row.Links);
            });
            member.ComplexProperty(row => row.Name, name => name.ComplexProperty(row => row.Spelling));
            member.HasOne(row => row.Friend).WithMany().HasForeignKey(row => row.FriendId);
            member.HasMany(row => row.Tags).WithMany(tag => tag.Members);
        });
        model.Entity<Card>().HasOne<Member>().WithMany().HasForeignKey(card => card.MemberNumber).HasPrincipalKey(member => member.Number);
        model.Entity<Stamp>().HasKey(stamp => new { stamp.CardId, stamp.Place });
        model.Entity<Note>();
        model.Entity<LoudNote>();
        model.Entity<Visit>().UseTptMappingStrategy();
        model.Entity<LongVisit>();
        model.Entity<Bill>().UseTpcMappingStrategy();
        model.Entity<PaidBill>();
        model.Entity<OpenBill>();
    }
}

public sealed class Member
{
    public MemberId Id { get; init; } = null!;

    public int Number { get; init; }

    public string Login { get; init; } = "";

    public string? Code { get; init; }

    public bool IsDeleted { get; init; }

    public DateTime? LeftAt { get; init; }

    public FullName Name { get; init; } = new();

    public Place Home { get; init; } = null!;

    public List<Place> Homes { get; } = [];

    public Profile? Profile { get; init; }

    public List<Wish> Wishes { get; init; } = [];

    public List<string> Phones { get; init; } = [];

    public MemberId? FriendId { get; init; }

    public Member? Friend { get; init; }

    public List<Tag> Tags { get; } = [];
}

public sealed record MemberId(Guid Value);

public sealed class MemberIdConverter() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<MemberId, Guid>(
    id => id.Value, value => new(value));

public sealed class FullName
{
    public string First { get; init; } = "";

    public string? Last { get; init; }

    public bool IsDisputed { get; init; }

    public Spelling Spelling { get; init; } = new();
}

public sealed class Spelling
{
    public bool IsDisputed { get; init; }
}

public sealed class Place
{
    public string Street { get; init; } = "";

    public string? Town { get; init; }
}

public sealed class Profile
{
    public string? About { get; init; }

    public List<Link> Links { get; } = [];
}

public sealed class Link
{
    public string? Address { get; init; }
}

public sealed record Wish(string Text);

public sealed class Tag
{
    public int Id { get; init; }

    public string Text { get; init; } = "";

    public List<Member> Members { get; } = [];
}

/// <summary>Refers to another key than the primary one.</summary>
public sealed class Card
{
    public int Id { get; init; }

    public int MemberNumber { get; init; }
}

public sealed class Stamp
{
    public int CardId { get; init; }

    public int Place { get; init; }

    public Card? Card { get; init; }
}

/// <summary>All in one table.</summary>
public class Note
{
    public int Id { get; init; }

    public MemberId MemberId { get; init; } = null!;

    public Member? Member { get; init; }

    public string? Text { get; init; }
}

public sealed class LoudNote : Note
{
    public string? Shout { get; init; }
}

/// <summary>A table a type.</summary>
public class Visit
{
    public int Id { get; init; }

    public MemberId MemberId { get; init; } = null!;

    public Member? Member { get; init; }

    public string? Page { get; init; }
}

public sealed class LongVisit : Visit
{
    public string? Remark { get; init; }
}

/// <summary>A table a concrete type.</summary>
public abstract class Bill
{
    public Guid Id { get; init; }

    public MemberId MemberId { get; init; } = null!;

    public Member? Member { get; init; }

    public string? Payer { get; init; }
}

public sealed class PaidBill : Bill
{
    public decimal Amount { get; init; }
}

public sealed class OpenBill : Bill
{
    public DateOnly DueOn { get; init; }
}
