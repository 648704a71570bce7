using Microsoft.EntityFrameworkCore;
using PolicyAsCode;
using PolicyAsCode.EntityFrameworkCore;

namespace SweptShop;

/// <summary>Twelve tables: a person, nine kinds of rows that go with them, and two that the law keeps.</summary>
[PrivacyOperations]
public sealed class PeopleContext(DbContextOptions<PeopleContext> options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();

    public DbSet<Bill> Bills => Set<Bill>();

    public DbSet<Receipt> Receipts => Set<Receipt>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<Rating> Ratings => Set<Rating>();

    public DbSet<Question> Questions => Set<Question>();

    public DbSet<Wish> Wishes => Set<Wish>();

    public DbSet<Search> Searches => Set<Search>();

    public DbSet<Basket> Baskets => Set<Basket>();

    public DbSet<Coupon> Coupons => Set<Coupon>();

    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<Session> Sessions => Set<Session>();

    protected override void ConfigureConventions(ModelConfigurationBuilder builder)
    {
        if (Database.IsSqlite())
            builder.UsePrivacyConversions();
    }
}

[DataSubject("customer")]
public sealed class Person
{
    public int Id { get; init; }

    [DataCategory("contact.name")]
    public string Name { get; set; } = "";

    [RetentionAnchor("collected")]
    public DateTimeOffset At { get; init; }
}

/// <summary>What goes with the person.</summary>
public abstract class Trace
{
    public int Id { get; init; }

    public int PersonId { get; init; }

    public Person? Person { get; init; }

    [DataCategory("usage.activity")]
    public string? Text { get; set; }

    [DataCategory("usage.activity")]
    public string? Page { get; set; }

    [DataCategory("usage.activity")]
    public int Number { get; init; }

    [RetentionAnchor("collected")]
    public DateTimeOffset At { get; init; }
}

/// <summary>What the law keeps, without the person.</summary>
public abstract class Voucher
{
    public int Id { get; init; }

    public int? PersonId { get; set; }

    public Person? Person { get; set; }

    [DataCategory("transaction.order")]
    public int Number { get; init; }

    [DataCategory("transaction.delivery")]
    public string? Address { get; set; }

    [RetentionAnchor("order-placed")]
    public DateTimeOffset At { get; init; }
}

public sealed class Bill : Voucher;

public sealed class Receipt : Voucher;

public sealed class Message : Trace;

public sealed class Rating : Trace;

public sealed class Question : Trace;

public sealed class Wish : Trace;

public sealed class Search : Trace;

public sealed class Basket : Trace;

public sealed class Coupon : Trace;

public sealed class Reminder : Trace;

public sealed class Session : Trace;
