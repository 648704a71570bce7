using JovaPos.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace JovaPos.Data;

/// <summary>
/// Fills an empty shop: a catalogue, staff, and customers whose dates lie around the limits of the retention, counted
/// from the clock that it is given. The same clock gives the same rows, but for the salt of two passwords.
/// </summary>
public sealed class ShopSeed(ShopContext shop, TimeProvider time, IPasswordHasher<Account> passwords)
{
    /// <summary>The customer whom the demo erases.</summary>
    public static readonly Guid Siti = SeedId.Of(SeedId.Customer, 1);

    /// <summary>The password of every seeded account; this is a sample.</summary>
    public const string Password = "kopi-tubruk-2026";

    private readonly Dictionary<int, int> _used = [];
    private DateTimeOffset _now;
    private int _products;

    /// <summary>Sows, unless something grows already.</summary>
    public async Task SowAsync(CancellationToken cancel)
    {
        if (await shop.Products.AnyAsync(cancel))
            return;

        _now = time.GetUtcNow();
        _used.Clear();
        Catalogue();
        Staff();
        Regulars();
        Lapsed();
        ChangedTheirMind();
        await shop.SaveChangesAsync(cancel);
        shop.ChangeTracker.Clear();
    }

    private void Catalogue()
    {
        (string Shelf, (string Title, long Price, int Warranty)[] Products)[] shelves =
        [
            ("Kopi",
                [("Kopi Gayo 250 g", 85_000, 0), ("Kopi Toraja 250 g", 92_000, 0), ("Kopi Luwak 100 g", 240_000, 0)]),
            ("Peralatan",
                [
                    ("Teko leher angsa", 320_000, 12), ("Penggiling manual", 450_000, 24),
                    ("Timbangan kopi", 210_000, 12),
                ]),
            ("Buku", [("Seni menyeduh", 125_000, 0), ("Kebun di lereng", 98_000, 0)]),
        ];

        foreach (var (shelf, products) in shelves)
        {
            var category = new ProductCategory { Id = Next(0), Title = shelf };
            foreach (var (title, price, warranty) in products)
            {
                _products = Next(1);
                category.Products.Add(new Product
                {
                    Id = _products,
                    Sku = $"JP-{_products:D4}",
                    Title = title,
                    PriceRupiah = price,
                    WarrantyMonths = warranty,
                });
            }

            shop.ProductCategories.Add(category);
        }

        shop.Campaigns.Add(new Campaign
        {
            Id = 1,
            Title = "Panen raya",
            Body = "Kopi panen baru sudah tiba: potongan 15 % minggu ini.",
            TargetCategoryId = 1,
        });
    }

    private void Staff()
    {
        Employ("Nur Hidayah", "petugas.privasi", StaffRole.PrivacyOfficer, leftDaysAgo: null);
        Employ("Yusuf Ramdani", "kasir.pagi", StaffRole.Cashier, leftDaysAgo: null);
        Employ("Lina Kusuma", "manajer.toko", StaffRole.Manager, leftDaysAgo: 200);
        Employ("Hadi Saputra", "kasir.lama", StaffRole.Cashier, leftDaysAgo: 2_500);
        Employ("Wayan Sari", "manajer.pusat", StaffRole.Manager, leftDaysAgo: null);
    }

    private void Employ(string name, string signInName, StaffRole role, int? leftDaysAgo)
    {
        var number = Next(SeedId.Staff);
        var member = new StaffMember
        {
            Id = SeedId.Of(SeedId.Staff, number),
            StaffNumber = $"S-{number:D3}",
            Name = name,
            SignInName = signInName,
            Role = role,
            LeftAt = leftDaysAgo is { } days ? DaysAgo(days) : null,
        };
        if (leftDaysAgo is null)
            member.PasswordHash = passwords.HashPassword(Account.Any, Password);
        shop.Staff.Add(member);
    }

    /// <summary>Customers who still come: everything that the shop can know of somebody, old and new.</summary>
    private void Regulars()
    {
        var siti = Add("Siti Rahmawati", "siti@contoh.example", "0812-0000-0001", "Jl. Kenanga 7, Bandung",
            registered: 4_400);
        siti.PasswordHash = passwords.HashPassword(Account.Any, Password);
        Buys(siti, 12, 240, 800, 3_000, 3_900);
        Online(siti);

        var dewi = Add("Dewi Lestari", "dewi@contoh.example", "0812-0000-0002", "Jl. Melati 3, Jakarta",
            registered: 1_900);
        Buys(dewi, 5, 95, 400, 1_820);
        Online(dewi);

        var made = Add("Made Wirawan", "made@contoh.example", null, "Jl. Raya Ubud 21, Gianyar", registered: 760);
        Buys(made, 45, 360, 729);
        Online(made);

        var rina = Add("Rina Wulandari", null, "0812-0000-0004", null, registered: 380);
        Buys(rina, 70, 370);
    }

    /// <summary>
    /// Customers who stopped coming: a day short of two years, a day past, long ago, and one in a dispute.
    /// </summary>
    private void Lapsed()
    {
        var agus = Add("Agus Pratama", "agus@contoh.example", "0812-0000-0005", "Jl. Anggrek 11, Surabaya",
            registered: 1_500);
        Buys(agus, 729, 1_100);
        Online(agus);

        var budi = Add("Budi Santoso", "budi@contoh.example", "0812-0000-0006", "Jl. Mawar 5, Semarang",
            registered: 2_600);
        Buys(budi, 733, 1_400, 2_550);
        Online(budi);

        var wayan = Add("Wayan Sudarma", "wayan@contoh.example", "0812-0000-0007", "Jl. Hanoman 2, Ubud",
            registered: 4_700);
        Buys(wayan, 3_640, 3_660, 4_650);
        Online(wayan);

        var joko = Add("Joko Susilo", null, "0812-0000-0008", null, registered: 4_300);
        Buys(joko, 4_290);

        var tini = Add("Tini Marlina", "tini@contoh.example", "0812-0000-0009", "Jl. Dahlia 9, Malang",
            registered: 1_700);
        tini.OnLegalHold = true;
        Buys(tini, 1_450, 1_600);
        Online(tini);
    }

    /// <summary>
    /// Two customers asked to be deleted and thought better of it: the copy of a document outlives its use.
    /// </summary>
    private void ChangedTheirMind()
    {
        Withdraws(customer: 2, daysAgo: 20);
        Withdraws(customer: 3, daysAgo: 60);
    }

    private void Withdraws(int customer, int daysAgo)
    {
        shop.DeletionEvidence.Add(new DeletionEvidence
        {
            Id = SeedId.Of(SeedId.DeletionEvidence, Next(SeedId.DeletionEvidence)),
            CustomerId = SeedId.Of(SeedId.Customer, customer),
            Reason = "Terlalu banyak pesan promosi.",
            IdentityDocument = [0x25, 0x50, 0x44, 0x46],
            ClosedAt = DaysAgo(daysAgo),
        });
    }

    private Customer Add(string name, string? email, string? phone, string? address, int registered)
    {
        var customer = new Customer
        {
            Id = SeedId.Of(SeedId.Customer, Next(SeedId.Customer)),
            Name = name,
            Email = email,
            Phone = phone,
            Address = address,
            RegisteredAt = DaysAgo(registered),
            LastActivityAt = DaysAgo(registered),
        };
        shop.Customers.Add(customer);
        return customer;
    }

    private void Buys(Customer customer, params int[] daysAgo)
    {
        foreach (var days in daysAgo)
        {
            var number = Next(SeedId.Order);
            var counter = customer.Email is null;
            var order = new Order
            {
                Id = SeedId.Of(SeedId.Order, number),
                CustomerId = customer.Id,
                CashierId = counter ? SeedId.Of(SeedId.Staff, 2) : null,
                Number = $"JP-{DaysAgo(days):yyyyMMdd}-{number:D5}",
                Status = OrderStatus.Completed,
                PlacedAt = DaysAgo(days),
            };
            for (var line = 0; line < 1 + number % 3; line++)
                AddLine(order, 1 + (number * 3 + line * 2) % _products, quantity: 1 + line % 2);

            order.Payments.Add(new Payment
            {
                Id = SeedId.Of(SeedId.Payment, number),
                Method = counter ? "tunai" : "transfer bank",
                ProviderReference = counter ? null : $"SEED-{number:D6}",
                AmountRupiah = order.TotalRupiah,
                PaidAt = DaysAgo(days),
            });
            if (!counter)
                Deliver(order, customer, days);
            shop.Orders.Add(order);

            if (number % 3 == 0)
                Claim(order, days);
            if (number % 2 == 1)
                Comment(customer, number, days);
        }

        customer.LastPurchaseAt = DaysAgo(daysAgo.Min());
        customer.LastActivityAt = customer.LastPurchaseAt;
    }

    private void AddLine(Order order, int productId, int quantity)
    {
        var price = shop.Products.Local.Single(product => product.Id == productId).PriceRupiah;
        order.Lines.Add(new OrderLine
        {
            Id = SeedId.Of(SeedId.OrderLine, Next(SeedId.OrderLine)),
            ProductId = productId,
            Quantity = quantity,
            UnitPriceRupiah = price,
        });
        order.TotalRupiah += quantity * price;
    }

    private void Deliver(Order order, Customer customer, int days) => order.Delivery = new Delivery
    {
        Id = SeedId.Of(SeedId.Delivery, Next(SeedId.Delivery)),
        RecipientName = customer.Name,
        Address = customer.Address,
        Phone = customer.Phone,
        TrackingCode = $"SEED-{days:D6}",
        DeliveredAt = DaysAgo(Math.Max(days - 3, 0)),
    };

    private void Claim(Order order, int days) => shop.WarrantyClaims.Add(new WarrantyClaim
    {
        Id = SeedId.Of(SeedId.WarrantyClaim, Next(SeedId.WarrantyClaim)),
        OrderLineId = order.Lines[0].Id,
        Description = "Gagangnya longgar.",
        Resolution = "Diganti.",
        OpenedAt = DaysAgo(Math.Max(days - 10, 0)),
        ClosedAt = days > 30 ? DaysAgo(days - 20) : null,
    });

    private void Comment(Customer customer, int number, int days) => shop.Feedback.Add(new Feedback
    {
        Id = SeedId.Of(SeedId.Feedback, Next(SeedId.Feedback)),
        CustomerId = customer.Id,
        ProductId = 1 + number % _products,
        Stars = 3 + days % 3,
        Comment = "Enak, dan cepat sampai.",
        GivenAt = DaysAgo(Math.Max(days - 5, 0)),
    });

    /// <summary>What only somebody with an account leaves behind.</summary>
    private void Online(Customer customer)
    {
        var last = (int)(_now - customer.LastPurchaseAt!.Value).TotalDays;
        shop.PurposeConsents.Add(new PurposeConsent
        {
            Id = SeedId.Of(SeedId.PurposeConsent, Next(SeedId.PurposeConsent)),
            CustomerId = customer.Id,
            Purpose = Purposes.Promotion,
            GivenAt = customer.RegisteredAt,
            WithdrawnAt = last > 1_000 ? DaysAgo(last - 10) : null,
        });
        shop.CookieConsents.Add(new CookieConsent
        {
            Id = SeedId.Of(SeedId.CookieConsent, Next(SeedId.CookieConsent)),
            CustomerId = customer.Id,
            Cookie = "campaign",
            GivenAt = DaysAgo(last + 30),
            WithdrawnAt = last > 300 ? DaysAgo(last) : null,
        });

        foreach (var days in (int[])[last, last + 80, last + 200, last + 900])
        {
            shop.CampaignMessages.Add(new CampaignMessage
            {
                Id = SeedId.Of(SeedId.CampaignMessage, Next(SeedId.CampaignMessage)),
                CampaignId = 1,
                CustomerId = customer.Id,
                Body = "Kopi panen baru sudah tiba.",
                SentAt = DaysAgo(days),
            });
            shop.SignIns.Add(new SignIn
            {
                Id = SeedId.Of(SeedId.SignIn, Next(SeedId.SignIn)),
                CustomerId = customer.Id,
                IpAddress = $"192.0.2.{days % 250}",
                Succeeded = days % 4 != 0,
                At = DaysAgo(days),
            });
        }

        foreach (var days in (int[])[last, last + 170])
        {
            var number = Next(SeedId.Recommendation);
            shop.Recommendations.Add(new Recommendation
            {
                Id = SeedId.Of(SeedId.Recommendation, number),
                CustomerId = customer.Id,
                ProductId = 1 + number % _products,
                Score = 10 + number,
                MadeAt = DaysAgo(days),
            });
        }

        var signal = Next(SeedId.FraudSignal);
        shop.FraudSignals.Add(new FraudSignal
        {
            Id = SeedId.Of(SeedId.FraudSignal, signal),
            CustomerId = customer.Id,
            Kind = "unusual-device",
            Score = 40 + 5 * signal,
            IpAddress = $"198.51.100.{signal}",
            RaisedAt = DaysAgo(last + 300 * signal),
        });
    }

    private DateTimeOffset DaysAgo(int days) => _now.AddDays(-days);

    private int Next(int kind) => _used[kind] = _used.GetValueOrDefault(kind) + 1;
}
