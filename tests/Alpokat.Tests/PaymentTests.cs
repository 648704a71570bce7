using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alpokat.Data;
using Alpokat.Disclosure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Alpokat.Tests;

/// <summary>Payments, their receipts, what is counted of them, what is sent for partners, and what authorities are told.</summary>
public sealed class PaymentTests
{
    public static TheoryData<string> Databases => TestDatabase.All;

    [Theory, MemberData(nameof(Databases))]
    [Trait("Clause", "ALPO-1.1"), Trait("Clause", "ALPO-3.2"), Trait("Clause", "ALPO-5.1")]
    public async Task Who_pays_is_unknown_until_they_ask_for_a_receipt_which_goes_to_one_address(string provider)
    {
        await using var alpokat = new AlpokatFactory(provider);
        var sri = await alpokat.SriAsync();
        var first = await PayAsync(sri);
        var second = await PayAsync(sri);
        Assert.Empty(alpokat.Mail.Letters);

        Assert.Equal(HttpStatusCode.Accepted, await AskAsync(alpokat, first, "wayan@contoh.example", "Wayan Sudira"));
        var mail = Assert.Single(alpokat.Mail.Letters);
        Assert.Equal("wayan@contoh.example", mail.To);
        Assert.Equal("Tanda terima digital Anda", mail.Subject);
        Assert.Contains("Nomor tanda terima: TT-", mail.Body);
        Assert.Contains("Yth. Wayan Sudira", mail.Body);
        Assert.Contains("2 x Kopi Gayo, 250 g", mail.Body);
        Assert.Contains("Rp 170.000", mail.Body);

        // Whoever finds the bill gets nothing, and learns nothing of who paid by the answer; who asks again does, and by
        // another bill is the same customer.
        Assert.Equal(HttpStatusCode.Accepted, await AskAsync(alpokat, first, "orang.lain@contoh.example"));
        Assert.Equal(HttpStatusCode.Accepted, await AskAsync(alpokat, "0000000000000000", "wayan@contoh.example"));
        Assert.Single(alpokat.Mail.Letters);
        Assert.Equal(HttpStatusCode.Accepted, await AskAsync(alpokat, first, "wayan@contoh.example"));
        Assert.Equal(HttpStatusCode.Accepted, await AskAsync(alpokat, second, "wayan@contoh.example"));
        Assert.All(alpokat.Mail.Letters, one => Assert.Equal("wayan@contoh.example", one.To));
        var (payments, places, receipts) = await alpokat.InAsync<AlpokatContext, (int, int, int)>(async rows =>
        {
            var wayan = await rows.Customers.SingleAsync(known => known.Email == "wayan@contoh.example");
            return (
                await rows.Payments.CountAsync(payment => payment.CustomerId == wayan.Id),
                await rows.PaymentPlaces.CountAsync(place => place.CustomerId == wayan.Id),
                await rows.Receipts.CountAsync(receipt => receipt.Payment!.CustomerId == wayan.Id));
        });
        Assert.Equal((2, 2, 2), (payments, places, receipts));
        foreach (var trace in new[] { "wayan", "Wayan" })
            Assert.DoesNotContain(alpokat.Log.Lines, line => line.Contains(trace, StringComparison.Ordinal));
    }

    [Fact, Trait("Clause", "ALPO-5.1")]
    public async Task Figures_know_many_and_nobody()
    {
        await using var alpokat = new AlpokatFactory(TestDatabase.Sqlite);
        var desk = await alpokat.DeskAsync("pemasaran");
        Assert.Equal("""[{"about":"Bandung","people":5}]""", await desk.GetStringAsync("/statistics/towns"));
        Assert.Equal("""[{"about":"kopi","people":5}]""", await desk.GetStringAsync("/statistics/goods"));
    }

    [Fact, Trait("Clause", "ALPO-5.1")]
    public async Task Who_asks_for_no_receipt_may_be_one_and_makes_no_group()
    {
        await using var alpokat = new AlpokatFactory(TestDatabase.Sqlite);
        var sri = await alpokat.SriAsync();
        var bills = new List<string>();
        for (var payment = 0; payment < 6; payment++)
            bills.Add(await PayAsync(sri, town: "Garut"));
        var desk = await alpokat.DeskAsync("pemasaran");
        Assert.DoesNotContain("Garut", await desk.GetStringAsync("/statistics/towns"), StringComparison.Ordinal);

        // One who asks for all receipts is one; five are five.
        foreach (var bill in bills.Take(2))
            await AskAsync(alpokat, bill, "wayan@contoh.example");
        Assert.DoesNotContain("Garut", await desk.GetStringAsync("/statistics/towns"), StringComparison.Ordinal);
        for (var person = 2; person < 6; person++)
            await AskAsync(alpokat, bills[person], $"orang-{person}@contoh.example");
        Assert.Contains("""{"about":"Garut","people":5}""", await desk.GetStringAsync("/statistics/towns"), StringComparison.Ordinal);
    }

    [Fact, Trait("Clause", "ALPO-4.1"), Trait("Clause", "ALPO-3.1")]
    public async Task ALPOKAT_sends_what_partners_announce_to_those_who_agreed_and_tells_the_partner_a_number()
    {
        await using var alpokat = new AlpokatFactory(TestDatabase.Sqlite);
        var desk = await alpokat.DeskAsync("pemasaran");
        Assert.Equal("""{"reached":1}""", await AnnounceAsync(desk));
        var mail = Assert.Single(alpokat.Mail.Sent);
        Assert.Equal("sri@kopi-sri.example", mail.To);
        Assert.Contains("Tidak ingin menerima penawaran lagi? https://alpokat.example/penawaran/berhenti?pembaca=", mail.Body);

        var darma = await alpokat.SignInAsync("darma");
        Assert.Equal(HttpStatusCode.NoContent, (await darma.PutAsync("/account/offers", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await (await alpokat.SriAsync()).DeleteAsync("/account/offers")).StatusCode);
        Assert.Equal("""{"reached":1}""", await AnnounceAsync(desk));
        Assert.Equal("darma@roti-darma.example", alpokat.Mail.Sent.Last().To);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.PostAsJsonAsync("/announcements", new { partnerId = 7, title = "x", text = "y" })).StatusCode);
    }

    [Fact, Trait("Clause", "ALPO-4.1")]
    public async Task The_way_out_in_an_offer_is_one_without_signing_in()
    {
        await using var alpokat = new AlpokatFactory(TestDatabase.Sqlite);
        var desk = await alpokat.DeskAsync("pemasaran");
        await AnnounceAsync(desk);
        var link = new Uri(Assert.Single(alpokat.Mail.Sent).Body.Split(' ', '\n').Last()).PathAndQuery;

        // Asking alone ends nothing: mail programs open links before people do.
        var asked = await alpokat.Browser().GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.Contains("""<html lang="id">""", await asked.Content.ReadAsStringAsync());
        Assert.Equal("""{"reached":1}""", await AnnounceAsync(desk));
        Assert.Equal(HttpStatusCode.NotFound, (await alpokat.Browser().PostAsync("/penawaran/berhenti?pembaca=siapa", null)).StatusCode);
        Assert.Equal("""{"reached":1}""", await AnnounceAsync(desk));

        var ended = await alpokat.Browser().PostAsync(link, null);
        Assert.Contains("Anda tidak akan menerima penawaran lagi.", await ended.Content.ReadAsStringAsync());
        Assert.Equal("""{"reached":0}""", await AnnounceAsync(desk));
        Assert.Equal(3, alpokat.Mail.Sent.Count(mail => mail.Subject == "Gula aren"));
    }

    [Fact, Trait("Clause", "ALPO-5.2"), Trait("Clause", "ALPO-6.1"), Trait("Clause", "ALPO-6.2")]
    public async Task Fraud_is_noticed_and_reported_and_a_lawful_request_names_its_law()
    {
        await using var alpokat = new AlpokatFactory(TestDatabase.Sqlite);
        var sri = await alpokat.SriAsync();
        var legal = await alpokat.DeskAsync("hukum");
        var before = (await legal.GetFromJsonAsync<JsonElement>("/fraud-signals")).GetArrayLength();
        // The fifth of one amount by card within ten minutes, and not the fourth; a sixth tells nothing new.
        for (var round = 0; round < 2; round++)
        {
            var longAgo = DateTimeOffset.UtcNow.AddMinutes(-10).AddSeconds(-1);
            await alpokat.InAsync<AlpokatContext, int>(rows => rows.Payments.Where(payment => payment.PaidAt > longAgo)
                .ExecuteUpdateAsync(set => set.SetProperty(payment => payment.PaidAt, longAgo)));
            for (var payment = 0; payment < 4; payment++)
                await PayAsync(sri, "Card");
            Assert.Equal(before, (await legal.GetFromJsonAsync<JsonElement>("/fraud-signals")).GetArrayLength());
        }

        await PayAsync(sri, "Card");
        Assert.Equal(before + 1, (await legal.GetFromJsonAsync<JsonElement>("/fraud-signals")).GetArrayLength());
        await PayAsync(sri, "Card");
        var signals = await legal.GetFromJsonAsync<JsonElement>("/fraud-signals");
        Assert.Equal(before + 1, signals.GetArrayLength());

        Assert.Equal("5 pembayaran kartu dengan jumlah yang sama dalam 10 menit", signals[0].GetProperty("reason").GetString());
        var signal = signals[0].GetProperty("id").GetString();
        Assert.Equal(HttpStatusCode.NoContent, (await legal.PostAsync($"/fraud-signals/{signal}/report", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await legal.PostAsync($"/fraud-signals/{Guid.Empty}/report", null)).StatusCode);
        var request = new { reference = "LR-1", law = "KUHAP art. 43", merchantId = AlpokatSeed.Sri };
        Assert.Equal(HttpStatusCode.NoContent, (await legal.PostAsJsonAsync("/lawful-requests", request)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await legal.PostAsJsonAsync("/lawful-requests", request with { law = "" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await sri.PostAsJsonAsync("/lawful-requests", request)).StatusCode);

        // Once each, and what it is about: of the signal its reason and from where it came; of her who she is and what was paid.
        var authority = alpokat.Services.GetRequiredService<LocalAuthority>();
        var reported = Assert.Single(authority.Signals);
        Assert.Equal((signal, signals[0].GetProperty("reason").GetString()), (reported.SignalId.ToString(), reported.Reason));
        var received = Assert.Single(authority.Received);
        var (name, office, payments) = await alpokat.InAsync<AlpokatContext, (string?, string?, int)>(async rows =>
        {
            var merchant = await rows.Merchants.SingleAsync(known => known.Id == AlpokatSeed.Sri);
            return (merchant.Name, merchant.OfficeAddress, await rows.Payments.CountAsync(payment => payment.MerchantId == merchant.Id));
        });
        Assert.Equal((name, office, payments), (received.Name, received.OfficeAddress, received.Payments.Count));
        Assert.All(received.Payments, number => Assert.StartsWith("AP-", number, StringComparison.Ordinal));
    }

    private static async Task<string> PayAsync(HttpClient merchant, string method = "Qris", string town = "Bandung")
    {
        var line = new { productId = AlpokatSeed.Gayo, quantity = 2 };
        var paid = await merchant.PostAsJsonAsync("/payments", new { lines = new[] { line }, method, town });
        paid.EnsureSuccessStatusCode();
        return (await paid.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("billCode").GetString()!;
    }

    private static async Task<HttpStatusCode> AskAsync(AlpokatFactory alpokat, string billCode, string email, string? name = null) =>
        (await alpokat.Browser().PostAsJsonAsync("/receipts", new { billCode, email, name })).StatusCode;

    private static async Task<string> AnnounceAsync(HttpClient desk)
    {
        var answer = await desk.PostAsJsonAsync("/announcements", new { partnerId = 1, title = "Gula aren", text = "Potongan 10%" });
        return await answer.Content.ReadAsStringAsync();
    }
}
