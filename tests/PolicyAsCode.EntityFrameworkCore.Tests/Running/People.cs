using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Shop;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Running;

/// <summary>
/// Rows of several people. What identifies Ana says <c>ana</c> or carries her id; what the law keeps of her does not.
/// </summary>
internal static class People
{
    public static readonly Guid Ana = Guid.Parse("aaaaaaaa-0000-4000-8000-00000000000a");
    public static readonly Guid Budi = Guid.Parse("bbbbbbbb-0000-4000-8000-00000000000b");
    public static readonly Guid Citra = Guid.Parse("cccccccc-0000-4000-8000-00000000000c");
    public static readonly Guid Sari = Guid.Parse("dddddddd-0000-4000-8000-00000000000d");

    /// <summary>The first moment whose ten years are not over at <see cref="TestShop.Now"/>: the last day still counts.</summary>
    public static readonly DateTimeOffset TenYearsAgo = Jakarta(2016, 3, 15);

    /// <summary>A beginning of a day in Jakarta, as UTC.</summary>
    public static DateTimeOffset Jakarta(int year, int month, int day) =>
        new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.FromHours(7)).ToUniversalTime();

    /// <summary>A bit earlier; what every database can tell apart.</summary>
    public static DateTimeOffset JustBefore(DateTimeOffset moment) => moment.AddMilliseconds(-1);

    /// <summary>Everybody but Ana: Budi, Citra (hidden by the query filter), Sari behind the till.</summary>
    public static async Task AddOthersAsync(TestShop shop)
    {
        await shop.AddAsync(
            new StaffMember { Id = Sari, Name = "Sari" },
            new Product { Id = 1, Title = "Tea", AddedById = Sari },
            new Campaign { Id = 1, Title = "Spring" });
        await shop.AddAsync(
            Person(Budi, "budi"), Person(Citra, "citra", isHidden: true));
        await shop.AddAsync(
            Order(21, Budi, "budi", Now.AddYears(-1)), Line(21, 21, "budi"), Paid(21, 21, Now.AddYears(-1)),
            Order(22, Budi, "budi", Now.AddYears(-12)), Line(22, 22, "budi"), Paid(22, 22, Now.AddYears(-12)),
            Order(31, Citra, "citra", Now.AddYears(-1)), Line(31, 31, "citra"),
            new Feedback { Id = 21, CustomerId = Budi, Comment = "budi likes it", GivenOn = new(2026, 3, 1) },
            new SupportTicket { Id = 21, CustomerId = Budi, Text = "budi asks", ClosedAt = Now.UtcDateTime.AddDays(-3) },
            new Visit { Id = 21, CustomerId = Budi, Page = "/budi", At = Now.AddDays(-3).ToUniversalTime(), Remark = "budi", RemarkedAt = Now.AddDays(-3).ToUniversalTime() },
            new LoyaltyCard { Id = 21, CustomerId = Budi }, new LoyaltyStamp { CardId = 21, Number = 1 });
    }

    /// <summary>Ana, a row in every table, and what others have to do with her.</summary>
    public static async Task AddAnaAsync(TestShop shop, bool isHidden = false)
    {
        await shop.AddAsync(Person(Ana, "ana", isHidden));
        await shop.AddAsync(
            Order(11, Ana, "ana", Now.AddYears(-1)), Line(11, 11, "ana"), Paid(11, 11, Now.AddYears(-1), "ana"),
            Order(12, Ana, "ana", TenYearsAgo), Line(12, 12, "ana"), Paid(12, 12, TenYearsAgo),
            Order(13, Ana, "ana", JustBefore(TenYearsAgo)), Line(13, 13, "ana"), Paid(13, 13, JustBefore(TenYearsAgo)),
            // Ten years old and paid late: the payment stays for its own time, and the order with it.
            Order(14, Ana, "ana", Now.AddYears(-11)), Line(14, 14, "ana"), Paid(14, 14, Now.AddYears(-2)),
            new Feedback { Id = 11, CustomerId = Ana, Comment = "ana likes it", GivenOn = new(2026, 3, 1) },
            new SupportTicket { Id = 11, CustomerId = Ana, Text = "ana asks", ClosedAt = Now.UtcDateTime.AddYears(-3) },
            new Visit { Id = 11, CustomerId = Ana, Page = "/ana", At = Now.AddDays(-3).ToUniversalTime(), Remark = "ana", RemarkedAt = Now.AddDays(-3).ToUniversalTime() },
            new LoyaltyCard { Id = 11, CustomerId = Ana }, new LoyaltyStamp { CardId = 11, Number = 1 },
            new LoyaltyStamp { CardId = 11, Number = 2 });
        await shop.ChangeAsync(async db =>
        {
            (await db.Set<Campaign>().SingleAsync()).LastCustomerId = Ana;
            (await db.Feedback.SingleAsync(feedback => feedback.CustomerId == Budi)).AnswerToId = 11;
        });
    }

    public static Customer Person(Guid id, string name, bool isHidden = false) => new()
    {
        Id = id, Name = name, Email = name + "@example.org", BirthDate = new(1990, 2, 28), RegisteredOn = new(2026, 3, 1),
        LastPurchaseAt = Now.AddDays(-10).ToUniversalTime(), IsHidden = isHidden,
    };

    public static Order Order(int id, Guid? customer, string marker, DateTimeOffset placedAt) => new()
    {
        Id = id, CustomerId = customer, CashierId = Sari, Number = $"2026-{id}", DeliveryAddress = marker + " street",
        NotifyEmail = marker + "@example.org", PlacedAt = placedAt.ToUniversalTime(),
    };

    public static OrderLine Line(int id, int order, string marker) =>
        new() { Id = id, OrderId = order, ProductId = 1, Quantity = 2, GiftMessage = "for " + marker };

    public static Payment Paid(int id, int order, DateTimeOffset at, string? payer = null) =>
        new() { Id = id, OrderId = order, Reference = $"pay-{id}", PaidAt = at.ToUniversalTime(), PayerName = payer };

    private static DateTimeOffset Now => TestShop.Now;
}
