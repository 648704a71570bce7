using Alpokat.Accounts;
using Alpokat.Promotion;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;

namespace Alpokat.Data;

/// <summary>
/// Fills an empty database: merchants, what they sell, and those who paid them, with dates around the limits of the retention,
/// counted from the clock that it is given.
/// </summary>
public sealed class AlpokatSeed(AlpokatContext alpokat, TimeProvider time, IPasswordHasher<Account> passwords, IConsents consents)
{
    /// <summary>The password of every seeded account; this is a sample.</summary>
    public const string Password = "alpukat-mentega-2026";

    /// <summary>Sells coffee in Bandung, agreed to offers, and is verified.</summary>
    public static readonly Guid Sri = Id(10, 1);

    /// <summary>Has shown a document at which nobody has looked yet.</summary>
    public static readonly Guid Darma = Id(10, 2);

    /// <summary>Has shown no document.</summary>
    public static readonly Guid Intan = Id(10, 5);

    /// <summary>Has paid Sri, and asked for a receipt.</summary>
    public static readonly Guid Budi = Id(20, 1);

    /// <summary>Sri's coffee from Gayo.</summary>
    public static readonly Guid Gayo = Id(40, 1);

    private DateTimeOffset _now;
    private int _payments;
    private int _rows;

    /// <summary>Sows, unless something grows already.</summary>
    public async Task SowAsync(CancellationToken cancel)
    {
        if (await alpokat.Merchants.AnyAsync(cancel))
            return;

        _now = time.GetUtcNow();
        Merchants();
        Customers();
        alpokat.Partners.Add(new Partner { Id = 1, Title = "Gula Aren Nusantara" });
        await alpokat.SaveChangesAsync(cancel);
        await consents.GiveAsync(Subjects.Merchant, Sri.ToString(), Purposes.Promotion, OfferConsent.Text, "form", cancel);
        alpokat.ChangeTracker.Clear();
    }

    private void Merchants()
    {
        var sri = Add(Sri, "Sri Wahyuni", "sri@kopi-sri.example", "0813-0000-0001", "Jl. Braga 12, Bandung", new(1984, 4, 21), "sri", "00000001");
        sri.PublicProfile = "Kopi Sri, sejak 2009. Biji dari petani Gayo dan Toraja.";
        sri.ConfirmedAt = DaysAgo(45);
        Show(sri, "pindaian dokumen lama", receivedDaysAgo: 47, verifiedDaysAgo: 45);
        Sell(1, sri, "Kopi Gayo, 250 g", "kopi", 85_000);
        Sell(2, sri, "Kopi Toraja, 250 g", "kopi", 92_000);
        Sell(3, sri, "Ketel leher angsa", "peralatan", 320_000);
        Visit(sri, "signed-in", daysAgo: 2);
        Visit(sri, "signed-in", daysAgo: 100);
        Visit(sri, "signed-in", daysAgo: 400);
        Write(sri, "Bagaimana cara mengubah harga?", daysAgo: 400, bySupport: false);
        Write(sri, "Buka halaman produk, lalu pilih harga.", daysAgo: 20, bySupport: true);
        Raise(sri, "5 pembayaran kartu dengan jumlah yang sama dalam 10 menit", daysAgo: 30);
        Raise(sri, "tanda lama", daysAgo: 400);

        var darma = Add(Darma, "Darma Putra", "darma@roti-darma.example", null, "Jl. Gajah Mada 3, Denpasar", null, "darma", "00000002");
        Show(darma, "pindaian KTP", receivedDaysAgo: 1, verifiedDaysAgo: null);
        Sell(4, darma, "Roti sobek", "roti", 24_000);

        var tono = Add(Id(10, 3), "Tono Wijaya", "tono@toko.example", null, null, null, "tono", "00000003");
        tono.ClosedAt = DaysAgo(400);
        var lina = Add(Id(10, 4), "Lina Kartika", "lina@toko.example", null, null, null, "lina", "00000004");
        lina.ClosedAt = DaysAgo(40);
        Add(Intan, "Intan Permata", "intan@batik-intan.example", "0813-0000-0005", null, null, "intan", "00000005");
    }

    private void Customers()
    {
        var budi = Meet(1, "Budi Santoso", "budi@contoh.example", lastPaidDaysAgo: 3);
        Pay(budi, daysAgo: 3, PaymentMethod.Qris, "Bandung", receipt: true, product: 1);
        Pay(budi, daysAgo: 40, PaymentMethod.Card, "Bandung", receipt: true, product: 3);
        var ayu = Meet(2, "Ayu Lestari", "ayu@contoh.example", lastPaidDaysAgo: 400);
        Pay(ayu, daysAgo: 400, PaymentMethod.Transfer, "Bandung", receipt: true, product: 2);
        var last = Meet(3, null, null, lastPaidDaysAgo: 4200);
        Pay(last, daysAgo: 4200, PaymentMethod.Card, "Cimahi", receipt: false, product: 2);

        // Enough people for a figure of coffee and of Bandung; too few for one of Ubud.
        for (var number = 4; number < 10; number++)
            Pay(Meet(number, null, $"pelanggan-{number}@contoh.example", lastPaidDaysAgo: number), daysAgo: number, PaymentMethod.Qris, "Bandung", receipt: true, product: 1);
        Pay(Meet(10, null, null, lastPaidDaysAgo: 6), daysAgo: 6, PaymentMethod.Qris, "Ubud", receipt: false, product: 3);
    }

    private Merchant Add(
        Guid id, string name, string email, string? phone, string? office, DateOnly? born, string userName, string number)
    {
        var merchant = new Merchant
        {
            Id = id,
            Name = name,
            Email = email,
            Phone = phone,
            OfficeAddress = office,
            BirthDate = born,
            UserName = userName,
            UserId = $"ALP-{number}",
            RegisteredAt = DaysAgo(900),
        };
        merchant.PasswordHash = passwords.HashPassword(Account.Any, Password);
        alpokat.Merchants.Add(merchant);
        return merchant;
    }

    private void Sell(int id, Merchant merchant, string title, string group, long price) =>
        alpokat.Products.Add(new Product { Id = Id(40, id), MerchantId = merchant.Id, Title = title, Group = group, PriceRupiah = price });

    private void Show(Merchant merchant, string scan, int receivedDaysAgo, int? verifiedDaysAgo) =>
        alpokat.IdentityDocuments.Add(new IdentityDocument
        {
            Id = Next(),
            MerchantId = merchant.Id,
            Scan = System.Text.Encoding.UTF8.GetBytes(scan),
            ReceivedAt = DaysAgo(receivedDaysAgo),
            VerifiedAt = verifiedDaysAgo is { } days ? DaysAgo(days) : null,
        });

    private Customer Meet(int number, string? name, string? email, int lastPaidDaysAgo)
    {
        var customer = new Customer { Id = Id(20, number), Name = name, Email = email, IsToldApart = email is not null, LastPaidAt = DaysAgo(lastPaidDaysAgo) };
        alpokat.Customers.Add(customer);
        return customer;
    }

    private void Pay(Customer customer, int daysAgo, PaymentMethod method, string town, bool receipt, int product)
    {
        var number = ++_payments;
        var payment = new Payment
        {
            Id = Next(),
            MerchantId = Sri,
            CustomerId = customer.Id,
            Number = $"AP-{DaysAgo(daysAgo):yyMMdd}-{number:D8}",
            AmountRupiah = 85_000,
            Method = method,
            BillCode = $"BILL{number:D12}",
            PaidAt = DaysAgo(daysAgo),
        };
        payment.Lines.Add(new PaymentLine { Id = Next(), ProductId = Id(40, product), Quantity = 1 });
        if (receipt)
            payment.Receipt = new Receipt { Id = Next(), Number = $"TT-{number:D8}", IssuedAt = DaysAgo(daysAgo) };
        alpokat.Payments.Add(payment);
        alpokat.PaymentPlaces.Add(new PaymentPlace { Id = Next(), CustomerId = customer.Id, Town = town, At = DaysAgo(daysAgo) });
    }

    private void Visit(Merchant merchant, string activity, int daysAgo) =>
        alpokat.Visits.Add(new Visit
        {
            Id = Next(),
            MerchantId = merchant.Id,
            IpAddress = "198.51.100.7",
            DeviceId = "0123456789abcdef0123456789abcdef",
            System = "Mozilla/5.0 (Linux; Android 15) Mobile",
            Activity = activity,
            At = DaysAgo(daysAgo),
        });

    private void Write(Merchant merchant, string text, int daysAgo, bool bySupport) =>
        alpokat.Messages.Add(new Message
        {
            Id = Next(), MerchantId = merchant.Id, BySupport = bySupport, Text = text, SentAt = DaysAgo(daysAgo),
        });

    private void Raise(Merchant merchant, string reason, int daysAgo) =>
        alpokat.FraudSignals.Add(new FraudSignal { Id = Next(), MerchantId = merchant.Id, Reason = reason, RaisedAt = DaysAgo(daysAgo) });

    private DateTimeOffset DaysAgo(int days) => _now.AddDays(-days);

    private Guid Next() => Id(30, ++_rows);

    private static Guid Id(int kind, int number) => new($"00000000-0000-4000-80{kind:D2}-{number:D12}");
}
