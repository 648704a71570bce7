using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using JovaPos.Analysis;
using JovaPos.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace JovaPos.Tests;

/// <summary>The application over HTTP: who may see what, and what a customer can do.</summary>
public sealed class EndpointTests(ShopFactory factory) : IClassFixture<ShopFactory>
{
    [Theory]
    [InlineData("/orders")]
    [InlineData("/orders-page")]
    [InlineData("/recommendations")]
    [InlineData("/staff/customers")]
    [InlineData("/security/signals")]
    [InlineData("/campaigns")]
    [InlineData("/analysis/sales")]
    [InlineData("/rights/staff/")]
    public async Task A_stranger_sees_nothing_personal(string path)
    {
        var answer = await factory.Browser().GetAsync(path);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        var said = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal("Masuklah dahulu.", said["title"].GetString());
        Assert.Empty(said.Keys.Except(["type", "title", "status", "traceId"]));
    }

    [Theory]
    [InlineData("/staff/customers")]
    [InlineData("/security/signals")]
    [InlineData("/rights/staff/")]
    public async Task A_customer_is_not_staff(string path) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await factory.CustomerAsync()).GetAsync(path)).StatusCode);

    [Fact]
    public async Task A_cashier_is_no_privacy_officer() =>
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await (await factory.CashierAsync()).PostAsync("/privacy/retention?dryRun=true", null)).StatusCode);

    [Theory]
    [InlineData("/", "Kopi Gayo")]
    [InlineData("/", "Hanya yang diperlukan")]
    [InlineData("/privacy", "Berlaku sejak 1 Juni 2024")]
    [InlineData("/privacy", "support@jovapos.com")]
    [InlineData("/privacy", "0821-7216-5756")]
    [InlineData("/products", "Kopi Gayo")]
    public async Task The_catalogue_and_the_notice_are_for_everybody(string path, string text) =>
        Assert.Contains(text, await factory.Browser().GetStringAsync(path));

    [Fact, Trait("Clause", "JOVA-6.1")]
    public async Task The_notice_that_the_shop_shows_is_what_its_policy_says_today()
    {
        var shown = await factory.Browser().GetStringAsync("/privacy");
        // A right with its term, and the law's shorter one beside the promise.
        Assert.Contains("72 jam", shown, StringComparison.Ordinal);
        Assert.Contains("""<html lang="id">""", shown, StringComparison.Ordinal);
        Assert.Contains("JOVA-4.1", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task What_goes_wrong_is_said_in_the_shops_language(string environment)
    {
        await using var shop = new ShopFactory();
        var log = new CollectedLog();
        await using var other = shop.WithWebHostBuilder(web => web.UseSetting("environment", environment)
            .ConfigureLogging(logging => logging.ClearProviders().AddProvider(log)));
        var visitor = other.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false });
        async Task<(HttpStatusCode, string?)> SaidAsync(Task<HttpResponseMessage> asked)
        {
            var answer = await asked;
            return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("title").GetString());
        }

        Assert.Equal((HttpStatusCode.BadRequest, "Permintaan tidak dapat dibaca atau tidak lengkap."), await SaidAsync(visitor.PostAsJsonAsync("/account/sign-in", new { email = "x" })));
        Assert.Equal((HttpStatusCode.Unauthorized, "Masuklah dahulu."), await SaidAsync(visitor.GetAsync("/campaigns")));
        Assert.Equal((HttpStatusCode.NotFound, "Tidak ditemukan."), await SaidAsync(visitor.GetAsync("/nowhere")));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "Alamat ini tidak dapat dipakai dengan cara itu."), await SaidAsync(visitor.GetAsync("/account/sign-in")));

        // Whoever sends nonsense is no error of the shop.
        Assert.DoesNotContain(log.Lines, line => line.Contains("unhandled", StringComparison.OrdinalIgnoreCase));

        // And the pages of rights, to a browser that asks for nothing.
        Assert.Contains("<html lang=\"id\">", await visitor.GetStringAsync("/rights/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_campaign_of_which_nobody_knows() => Assert.Equal(
        HttpStatusCode.NotFound, (await (await factory.CashierAsync()).PostAsync("/campaigns/99/send", null)).StatusCode);

    [Fact]
    public async Task A_customer_orders_and_sees_the_order()
    {
        var siti = await factory.CustomerAsync();
        var placed = await siti.PostAsJsonAsync("/orders", new
        {
            Lines = new[] { new { ProductId = 1, Quantity = 2 } },
            PaymentMethod = "qris",
            DeliverTo = "Jl. Kenanga 7, Bandung",
        });

        Assert.Equal(HttpStatusCode.Created, placed.StatusCode);
        var order = await placed.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(170_000, order.GetProperty("totalRupiah").GetInt64());
        Assert.Contains(order.GetProperty("number").GetString()!, await siti.GetStringAsync("/orders-page"));
        Assert.StartsWith("LOCAL-", order.GetProperty("trackingCode").GetString());
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(999, 1)]
    public async Task An_order_of_nothing_is_refused(int product, int quantity)
    {
        var siti = await factory.CustomerAsync();
        var answer = await siti.PostAsJsonAsync("/orders", new
        {
            Lines = new[] { new { ProductId = product, Quantity = quantity } },
            PaymentMethod = "qris",
        });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task An_account_can_be_opened_once()
    {
        var form = new { Name = "Ayu Lestari", Email = "ayu@contoh.example", Password = "teh-botol-dingin" };
        var browser = factory.Browser();
        Assert.Equal(HttpStatusCode.Created, (await browser.PostAsJsonAsync("/account/register", form)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.PostAsJsonAsync("/account/register", form)).StatusCode);

        var signedIn = await browser.PostAsJsonAsync("/account/sign-in", new { Login = form.Email, form.Password });
        Assert.Equal(HttpStatusCode.NoContent, signedIn.StatusCode);
        Assert.Equal("[]", await browser.GetStringAsync("/orders"));
    }

    [Fact]
    public async Task Guessing_a_password_raises_a_signal()
    {
        var cashier = await factory.CashierAsync();
        Assert.DoesNotContain("guessed-password", await cashier.GetStringAsync("/security/signals"));
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var answer = await factory.Browser().PostAsJsonAsync(
                "/account/sign-in", new { Login = "siti@contoh.example", Password = $"tebakan-{attempt}" });
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        Assert.Contains("guessed-password", await cashier.GetStringAsync("/security/signals"));
    }

    [Fact]
    public async Task A_customer_gives_feedback()
    {
        var siti = await factory.CustomerAsync();
        var given = await siti.PostAsJsonAsync("/support/feedback", new { ProductId = 1, Stars = 5, Comment = "Enak!" });
        Assert.Equal(HttpStatusCode.NoContent, given.StatusCode);
    }

    [Fact]
    public async Task Research_gets_pseudonyms_and_nobodys_id()
    {
        var cashier = await factory.CashierAsync();
        (await cashier.PostAsync("/analysis/share", null)).EnsureSuccessStatusCode();

        var received = factory.Services.GetRequiredService<LocalResearchPartner>().Received;
        Assert.NotEmpty(received);
        Assert.All(received, purchase => Assert.Matches("^[0-9a-f]{64}$", purchase.CustomerHash));
        Assert.DoesNotContain(received, purchase =>
            purchase.CustomerHash.Contains(ShopSeed.Siti.ToString("N"), StringComparison.OrdinalIgnoreCase));
        Assert.InRange(received.Select(purchase => purchase.CustomerHash).Distinct().Count(), 5, 12);
    }

    [Fact]
    public async Task A_campaign_reaches_only_those_who_agree()
    {
        var siti = await factory.CustomerAsync();
        var cashier = await factory.CashierAsync();
        (await siti.DeleteAsync("/privacy/my/consents/promotion")).EnsureSuccessStatusCode();
        var without = await SentAsync(cashier);
        (await siti.PutAsync("/privacy/my/consents/promotion", null)).EnsureSuccessStatusCode();
        var with = await SentAsync(cashier);

        Assert.Equal(without + 1, with);
    }

    [Fact, Trait("Clause", "JOVA-1.4")]
    public async Task The_way_out_in_a_campaign_is_one_without_signing_in()
    {
        await using var shop = new ShopFactory();
        (await (await shop.CustomerAsync()).PutAsync("/privacy/my/consents/promotion", null)).EnsureSuccessStatusCode();
        var cashier = await shop.CashierAsync();
        var sent = await SentAsync(cashier);
        var link = new Uri(shop.Mail.Sent.Last(mail => mail.To == "siti@contoh.example").Body.Split(' ', '\n').Last()).PathAndQuery;

        // Asking alone ends nothing: mail programs open links before people do.
        var asked = await shop.CreateClient().GetAsync(link);
        Assert.Contains("""<html lang="id">""", await asked.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await shop.CreateClient().PostAsync("/berhenti?pembaca=siapa", null)).StatusCode);
        Assert.Equal(sent, await SentAsync(cashier));

        var ended = await shop.CreateClient().PostAsync(link, null);
        Assert.Contains("Anda tidak akan menerima promosi lagi.", await ended.Content.ReadAsStringAsync());
        Assert.Equal(sent - 1, await SentAsync(cashier));
    }

    [Fact]
    [Trait("Clause", "JOVA-5.1")]
    public async Task No_campaign_cookie_without_consent()
    {
        var browser = factory.Browser();
        Assert.DoesNotContain(Cookies(await browser.GetAsync("/c/1")), cookie => cookie.StartsWith("campaign="));

        var answer = await browser.PostAsync("/cookies", new FormUrlEncodedContent([new("campaigns", "true")]));
        Assert.Contains(Cookies(answer), cookie => cookie.StartsWith("consent="));
        Assert.Contains(Cookies(await browser.GetAsync("/c/1")), cookie => cookie.StartsWith("campaign=1"));
        Assert.DoesNotContain("Hanya yang diperlukan", await browser.GetStringAsync("/"));
    }

    [Fact]
    public async Task The_officer_can_run_the_retention()
    {
        await using var own = new ShopFactory();
        var officer = await own.OfficerAsync();
        var planned = await RowsAsync(officer, dryRun: true);
        Assert.True(planned > 0);
        Assert.Equal(planned, await RowsAsync(officer, dryRun: false));
        Assert.Equal(0, await RowsAsync(officer, dryRun: false));
    }

    private static async Task<int> RowsAsync(HttpClient officer, bool dryRun)
    {
        var answer = await officer.PostAsync($"/privacy/retention?dryRun={dryRun}", null);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("rowsChanged").GetInt32();
    }

    private static async Task<int> SentAsync(HttpClient cashier)
    {
        var answer = await cashier.PostAsync("/campaigns/1/send", null);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("sent").GetInt32();
    }

    private static IEnumerable<string> Cookies(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];
}
