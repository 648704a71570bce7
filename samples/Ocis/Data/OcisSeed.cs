using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Ocis.Accounts;
using Ocis.Newsletters;
using Ocis.Usage;

namespace Ocis.Data;

/// <summary>
/// Fills an empty database: organisers, events, members and those who work at OCIS, with dates around the limits of the
/// retention, counted from the clock that it is given.
/// </summary>
public sealed class OcisSeed(OcisContext ocis, TimeProvider time, IPasswordHasher<Account> passwords, NewsletterChoices newsletters)
{
    /// <summary>The password of every seeded account; this is a sample.</summary>
    public const string Password = "open-air-theatre-2026";

    /// <summary>The member of whom demo and tests tell.</summary>
    public static readonly Guid Mira = Id(10, 1);

    /// <summary>A member beside her.</summary>
    public static readonly Guid Jonas = Id(10, 2);

    /// <summary>Said to be sixteen, and is not.</summary>
    public static readonly Guid Kim = Id(10, 3);

    /// <summary>Closed her account more than a year ago.</summary>
    public static readonly Guid Paula = Id(10, 7);

    private DateTimeOffset _now;
    private int _rows;

    /// <summary>Sows, unless something grows already.</summary>
    public async Task SowAsync(CancellationToken cancel)
    {
        if (await ocis.Organisers.AnyAsync(cancel))
            return;

        _now = time.GetUtcNow();
        Events();
        Members();
        await ocis.SaveChangesAsync(cancel);
        await newsletters.JoinAsync(Mira, new SubscriptionForm { Topics = "theatre, concerts", Agreed = NewsletterChoices.Text.Hash }, "form", cancel);
        await newsletters.JoinAsync(Jonas, new SubscriptionForm { Agreed = NewsletterChoices.Text.Hash }, "form", cancel);
        ocis.ChangeTracker.Clear();
    }

    private void Events()
    {
        var house = new Organiser { Id = 1, Title = "Open Air Theatre" };
        house.Events.AddRange([
            new() { Id = 1, Title = "A Midsummer Night", Venue = "Park stage", StartsAt = _now.AddDays(20), PriceCents = 2_400 },
            new() { Id = 2, Title = "Brass at noon", Venue = "Town hall", StartsAt = _now.AddDays(-200), PriceCents = 900 },
        ]);
        var cellar = new Organiser { Id = 2, Title = "Jazz Cellar" };
        house.Events[0].PartnerId = cellar.Id;
        ocis.Organisers.AddRange(house, cellar);
    }

    private void Members()
    {
        var mira = Add(1, "Mira Novak", "mira@example.com", "+43 1 0000001", "mira", UserRole.Member);
        mira.Theme = "dark";
        Buy(mira, 1, seats: 2, daysAgo: 5);
        Buy(mira, 2, seats: 1, daysAgo: 400);
        Ask(mira, "Is the park stage open to wheelchairs?", closedDaysAgo: null);
        Ask(mira, "Where is my invoice?", closedDaysAgo: 800);
        Write(mira, "Hello Mira, your invoice is attached.", daysAgo: 400);
        Visit(mira, Activities.SignedIn, daysAgo: 3);
        Visit(mira, "opened-event 1", daysAgo: 100);
        Visit(mira, "opened-event 2", daysAgo: 400);
        ocis.Participations.Add(new Participation { Id = Next(), UserId = mira.Id, EventId = 2, What = "entered", At = DaysAgo(200) });

        var jonas = Add(2, "Jonas Weiss", "jonas@example.com", null, "jonas", UserRole.Member);
        Buy(jonas, 1, seats: 1, daysAgo: 4);
        Visit(jonas, Activities.SignedIn, daysAgo: 2);
        ocis.FederatedLogins.Add(new FederatedLogin { Id = Next(), UserId = jonas.Id, Provider = "google", ProviderUserId = "google-7001" });

        var kim = Add(3, "Kim Okafor", "kim@example.com", null, "kim", UserRole.Member);
        Buy(kim, 1, seats: 1, daysAgo: 1);

        Add(4, "Sami Aalto", "sami@ocis.example", null, "sami", UserRole.Support);
        Add(5, "Edda Lind", "edda@ocis.example", null, "edda", UserRole.Editor);
        Add(6, "Otto Brandt", "otto@ocis.example", null, "otto", UserRole.PrivacyOfficer);

        var paula = Add(7, "Paula Gone", "paula@example.com", "+43 1 0000007", "paula", UserRole.Member);
        (paula.LastActivityAt, paula.ClosedAt) = (DaysAgo(400), DaysAgo(400));
        var rosa = Add(8, "Rosa Leaving", "rosa@example.com", null, "rosa", UserRole.Member);
        rosa.ClosedAt = DaysAgo(40);
        ocis.FederatedLogins.Add(new FederatedLogin { Id = Next(), UserId = rosa.Id, Provider = "linkedin", ProviderUserId = "linkedin-88" });
    }

    // All of them were asked for their age by other means: they are made here, and not registered.
    [Gate(Gates.Age)]
    private static bool AreOldEnough() => true;

    private User Add(int number, string name, string email, string? phone, string userName, UserRole role)
    {
        if (!AreOldEnough())
            throw new InvalidOperationException("Nobody under sixteen is sown.");

        var user = new User
        {
            Id = Id(10, number),
            Name = name,
            Email = email,
            Phone = phone,
            UserName = userName,
            Role = role,
            RegisteredAt = DaysAgo(900),
            LastActivityAt = DaysAgo(3),
        };
        user.PasswordHash = passwords.HashPassword(Account.Any, Password);
        ocis.Users.Add(user);
        return user;
    }

    private void Buy(User user, int eventId, int seats, int daysAgo) => ocis.Orders.Add(new Order
    {
        Id = Next(),
        UserId = user.Id,
        EventId = eventId,
        Number = $"T-{DaysAgo(daysAgo):yyMMdd}-{_rows:D4}",
        Seats = seats,
        PlacedAt = DaysAgo(daysAgo),
        PaidAt = DaysAgo(daysAgo),
        Payment = new Payment { Id = Next(), Method = "card", AmountCents = seats * 2_400, Receipt = $"local-{_rows}" },
    });

    private void Ask(User user, string text, int? closedDaysAgo) => ocis.SupportRequests.Add(new SupportRequest
    {
        Id = Next(),
        UserId = user.Id,
        Text = text,
        OpenedAt = DaysAgo((closedDaysAgo ?? 0) + 1),
        ClosedAt = closedDaysAgo is { } days ? DaysAgo(days) : null,
    });

    private void Write(User user, string text, int daysAgo) =>
        ocis.Messages.Add(new Message { Id = Next(), UserId = user.Id, Text = text, SentAt = DaysAgo(daysAgo) });

    private void Visit(User user, string activity, int daysAgo) => ocis.Visits.Add(new Visit
    {
        Id = Next(),
        UserId = user.Id,
        IpAddress = "198.51.100.7",
        Device = "Mozilla/5.0 (Linux; Android 15) Mobile",
        TimeZone = "Europe/Vienna",
        Activity = activity,
        At = DaysAgo(daysAgo),
    });

    private DateTimeOffset DaysAgo(int days) => _now.AddDays(-days);

    private Guid Next() => Id(30, ++_rows);

    private static Guid Id(int kind, int number) => new($"00000000-0000-4000-80{kind:D2}-{number:D12}");
}
