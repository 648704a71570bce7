using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;
using PolicyAsCode.EntityFrameworkCore.Tests.Shop;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Sweeps;

/// <summary>Rows for several nodes to work on.</summary>
internal static class Population
{
    private static DateTimeOffset LongAgo => TestShop.Now.AddYears(-11).ToUniversalTime();

    /// <summary>People whose time is over, each with a row in many tables; and one whose time is not.</summary>
    public static async Task AddOldAsync(NodesContext db) => await AddOldAsync(db, 7);

    public static async Task AddOldAsync(NodesContext db, int people)
    {
        db.AddRange(
            new StaffMember { Id = People.Sari, Name = "Sari" }, new Product { Id = 1, Title = "Tea", AddedById = People.Sari },
            new Campaign { Id = 1, Title = "Spring" }, People.Person(People.Budi, "budi"),
            People.Order(1, People.Budi, "budi", TestShop.Now.AddDays(-30)), People.Line(1, 1, "budi"));
        await db.SaveChangesAsync();
        for (var i = 2; i < people + 2; i++)
        {
            var id = new Guid(i, 0, 0, new byte[8]);
            // One at a time, not all at the same moment; every third with an order that the law still keeps.
            var at = LongAgo.AddSeconds(i);
            var placed = i % 3 == 0 ? TestShop.Now.AddYears(-4).ToUniversalTime() : at;
            db.AddRange(
                new Customer
                {
                    Id = id, Name = $"name {i}", Email = $"{i}@example.org", BirthDate = new(1980, 1, 1),
                    RegisteredOn = new(2014, 1, 1), LastPurchaseAt = at,
                },
                People.Order(i, id, $"old {i}", placed), People.Line(i, i, $"old {i}"), People.Paid(i, i, at, "payer"),
                new Feedback { Id = i, CustomerId = id, Comment = "fine", GivenOn = new(2020, 1, 1), AnswerToId = i > 2 ? i - 1 : null },
                new SupportTicket { Id = i, CustomerId = id, Text = "help", ClosedAt = at.UtcDateTime },
                new LoyaltyCard { Id = i, CustomerId = id }, new LoyaltyStamp { CardId = i, Number = 1 });
        }
    }

    /// <summary>One more whose time is over, when the others are gone.</summary>
    public static async Task AddLateAsync(NodesDatabase database)
    {
        await using var db = database.Connect();
        db.Add(new Customer { Id = Guid.CreateVersion7(), Name = "late", RegisteredOn = new(2014, 1, 1), LastPurchaseAt = LongAgo });
        await db.SaveChangesAsync();
    }

    /// <summary>Ana with rows in every table, and Budi, who stays.</summary>
    public static async Task AddAnaAsync(NodesContext db)
    {
        await AddOldAsync(db, 2);
        db.Add(People.Person(People.Ana, "ana"));
        for (var i = 100; i < 106; i++)
            db.AddRange(
                People.Order(i, People.Ana, "ana", TestShop.Now.AddYears(-2 * (i - 100))), People.Line(i, i, "ana"),
                People.Paid(i, i, TestShop.Now.AddYears(-2 * (i - 100)), "ana"),
                new Feedback { Id = i, CustomerId = People.Ana, Comment = "ana", GivenOn = new(2026, 3, 1) },
                new SupportTicket { Id = i, CustomerId = People.Ana, Text = "ana", ClosedAt = TestShop.Now.UtcDateTime.AddYears(-3) },
                new Visit { Id = i, CustomerId = People.Ana, Page = "/ana", At = TestShop.Now.ToUniversalTime(), RemarkedAt = TestShop.Now.ToUniversalTime() },
                new LoyaltyCard { Id = i, CustomerId = People.Ana }, new LoyaltyStamp { CardId = i, Number = 1 });
        await db.SaveChangesAsync();
        (await db.Set<Campaign>().SingleAsync()).LastCustomerId = People.Ana;
    }
}
