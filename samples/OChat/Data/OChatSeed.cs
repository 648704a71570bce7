using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OChat.Accounts;
using OChat.Promotion;
using PolicyAsCode.EntityFrameworkCore;

namespace OChat.Data;

/// <summary>
/// Fills an empty database: shops, those who run them, their customers and what they said, with dates around the limits of the
/// retention, counted from the clock that it is given.
/// </summary>
public sealed class OChatSeed(OChatContext ochat, TimeProvider time, IPasswordHasher<Account> passwords, IConsents consents)
{
    /// <summary>The password of every seeded account; this is a sample.</summary>
    public const string Password = "kopi-tubruk-2026";

    /// <summary>The customer whom the demo erases.</summary>
    public static readonly Guid Siti = Id(20, 1);

    /// <summary>Runs the coffee shop.</summary>
    public static readonly Guid Ratna = Id(10, 1);

    private DateTimeOffset _now;
    private int _orders;
    private int _rows;

    /// <summary>Sows, unless something grows already.</summary>
    public async Task SowAsync(CancellationToken cancel)
    {
        if (await ochat.OrderPages.AnyAsync(cancel))
            return;

        _now = time.GetUtcNow();
        var coffee = new OrderPage { Id = 1, Slug = "kopi-lereng", Title = "Kopi Lereng", OwnerId = Ratna };
        coffee.Products.AddRange([
            new() { Id = 1, Sku = "GAYO", Title = "Gayo coffee, 250 g", PriceRupiah = 85_000 },
            new() { Id = 2, Sku = "TORAJA", Title = "Toraja coffee, 250 g", PriceRupiah = 92_000 },
            new() { Id = 3, Sku = "KETTLE", Title = "Swan-neck kettle", PriceRupiah = 320_000 },
        ]);
        ochat.OrderPages.Add(coffee);
        Users();
        Customers();
        await ochat.SaveChangesAsync(cancel);
        await consents.GiveAsync(Subjects.User, Ratna.ToString(), Purposes.Promotion, OfferConsent.Text, "form", cancel);
        ochat.ChangeTracker.Clear();
    }

    private void Users()
    {
        var ratna = Add(1, "Ratna Dewi", "ratna@kopi-lereng.example", "0813-0000-0001", "ratna", UserRole.Merchant);
        Visit(ratna, "opened-page", daysAgo: 3);
        Visit(ratna, "answered-order", daysAgo: 2);
        Visit(ratna, "opened-page", daysAgo: 100);
        Visit(ratna, "opened-page", daysAgo: 400);
        Ask(ratna, "How do I add a picture of a product?", closedDaysAgo: 400);
        Ask(ratna, "Can the assistant speak Javanese?", closedDaysAgo: null);

        Add(2, "Putu Arya", "putu@ochat.example", null, "operator", UserRole.Operator);

        var bagus = Add(3, "Bagus Wibowo", "bagus@toko.example", "0813-0000-0003", "bagus", UserRole.Merchant);
        bagus.ClosedAt = DaysAgo(400);
        Visit(bagus, "closed-account", daysAgo: 400);

        var lestari = Add(4, "Lestari Ayu", "lestari@toko.example", null, "lestari", UserRole.Merchant);
        lestari.ClosedAt = DaysAgo(40);
    }

    private void Customers()
    {
        var siti = Meet(1, "Siti Rahmawati", "siti@contoh.example", "0812-0000-0001", lastSeenDaysAgo: 5);
        Order(siti, "Jl. Kenanga 7, Bandung", daysAgo: 200, arrived: true, 1, 3);
        Order(siti, "Jl. Kenanga 7, Bandung", daysAgo: 5, arrived: false, 2);
        Talk(siti, daysAgo: 200, "Do you have coffee from Aceh?", "Hello Siti Rahmawati, we have Gayo coffee.");
        Talk(siti, daysAgo: 5, "Where is my order? My number is 0812-0000-0001.", "Siti Rahmawati, your order is on its way.");
        Like(siti, "light roasts");
        Tell(siti, "The assistant answers fast.", daysAgo: 30);

        var joko = Meet(2, "Joko Susilo", "joko@contoh.example", null, lastSeenDaysAgo: 800);
        Order(joko, "Jl. Anggrek 11, Surabaya", daysAgo: 800, arrived: true, 1);
        Talk(joko, daysAgo: 800, "I am Joko. One Gayo, please.", "Thank you, Joko Susilo.");
        Like(joko, "dark roasts");
        Tell(joko, "It did not understand me.", daysAgo: 400);

        var made = Meet(3, "Made Wirawan", null, "0812-0000-0003", lastSeenDaysAgo: 400);
        Order(made, "Jl. Raya Ubud 21, Gianyar", daysAgo: 400, arrived: true, 3);
        Like(made, "kettles");
    }

    private User Add(int number, string name, string email, string? phone, string userName, UserRole role)
    {
        var user = new User
        {
            Id = Id(10, number),
            Name = name,
            Email = email,
            Phone = phone,
            UserName = userName,
            Role = role,
            RegisteredAt = DaysAgo(900),
            ApprovedAt = DaysAgo(899),
        };
        user.PasswordHash = passwords.HashPassword(Account.Any, Password);
        ochat.Users.Add(user);
        return user;
    }

    private Customer Meet(int number, string name, string? email, string? phone, int lastSeenDaysAgo)
    {
        var customer = new Customer
        {
            Id = Id(20, number),
            OrderPageId = 1,
            Name = name,
            Email = email,
            Phone = phone,
            LastActivityAt = DaysAgo(lastSeenDaysAgo),
        };
        ochat.Customers.Add(customer);
        return customer;
    }

    private void Order(Customer customer, string address, int daysAgo, bool arrived, params int[] products)
    {
        var order = new Order
        {
            Id = Next(),
            OrderPageId = 1,
            CustomerId = customer.Id,
            Number = $"OC-{DaysAgo(daysAgo):yyMMdd}-{++_orders:D4}",
            Status = arrived ? OrderStatus.Delivered : OrderStatus.Sent,
            TotalRupiah = products.Length * 100_000,
            PlacedAt = DaysAgo(daysAgo),
            Delivery = new Delivery { Id = Next(), Address = address, DeliveredAt = arrived ? DaysAgo(daysAgo - 3) : null },
        };
        order.Lines.AddRange(products.Select(product => new OrderLine { Id = Next(), ProductId = product, Quantity = 1 }));
        ochat.Orders.Add(order);
    }

    private void Talk(Customer customer, int daysAgo, string question, string answer)
    {
        var conversation = ochat.Conversations.Local.SingleOrDefault(known => known.CustomerId == customer.Id);
        if (conversation is null)
            ochat.Conversations.Add(conversation = new Conversation { Id = Next(), CustomerId = customer.Id });
        conversation.Turns.Add(new ChatTurn { Id = Next(), Text = question, At = DaysAgo(daysAgo) });
        conversation.Turns.Add(new ChatTurn { Id = Next(), ByAssistant = true, Text = answer, At = DaysAgo(daysAgo).AddSeconds(1) });
    }

    private void Like(Customer customer, string likes) =>
        ochat.Preferences.Add(new ProductPreference { Id = Next(), CustomerId = customer.Id, Likes = likes });

    private void Tell(Customer customer, string text, int daysAgo) =>
        ochat.Feedback.Add(new Feedback { Id = Next(), CustomerId = customer.Id, Text = text, GivenAt = DaysAgo(daysAgo) });

    private void Ask(User user, string text, int? closedDaysAgo) =>
        ochat.SupportRequests.Add(new SupportRequest
        {
            Id = Next(),
            UserId = user.Id,
            Text = text,
            ClosedAt = closedDaysAgo is { } days ? DaysAgo(days) : null,
        });

    private void Visit(User user, string activity, int daysAgo) =>
        ochat.Visits.Add(new Visit
        {
            Id = Next(),
            UserId = user.Id,
            IpAddress = "198.51.100.7",
            DeviceType = "Mozilla/5.0 (Linux; Android 15) Mobile",
            Activity = activity,
            At = DaysAgo(daysAgo),
        });

    private DateTimeOffset DaysAgo(int days) => _now.AddDays(-days);

    private Guid Next() => Id(30, ++_rows);

    private static Guid Id(int kind, int number) => new($"00000000-0000-4000-80{kind:D2}-{number:D12}");
}
