using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using JovaPos.Accounts;
using JovaPos.Books;
using JovaPos.Data;
using JovaPos.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JovaPos.Tests;

/// <summary>What staff do with data as the notice describes it, over HTTP, and what customers get of it.</summary>
public sealed class ShopWorkTests : IAsyncLifetime
{
    private const string ManagersName = "manajer.pusat";
    private readonly ShopFactory _factory = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _factory.DisposeAsync();

    [Fact, Trait("Clause", "JOVA-1.2")]
    public async Task A_claim_is_opened_by_who_bought_and_settled_by_staff()
    {
        var siti = await _factory.CustomerAsync();
        var cashier = await _factory.CashierAsync();
        await PlaceAsync(siti, product: 5, deliverTo: null);
        var line = await AskAsync(shop => shop.OrderLines.Where(found => found.Order!.CustomerId == ShopSeed.Siti)
            .OrderByDescending(found => found.Order!.PlacedAt).Select(found => found.Id).FirstAsync());
        var theirs = await AskAsync(shop => shop.OrderLines.Where(found => found.Order!.CustomerId != ShopSeed.Siti)
            .OrderByDescending(found => found.Order!.PlacedAt).Select(found => found.Id).FirstAsync());

        Assert.Equal(HttpStatusCode.BadRequest, (await ClaimAsync(siti, theirs)).StatusCode);
        var opened = await ClaimAsync(siti, line);
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        var id = (await opened.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        var settle = $"/support/claims/{id}/settle";

        Assert.Equal(HttpStatusCode.Forbidden, (await siti.PostAsJsonAsync(settle, new { Resolution = "Diganti." })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await cashier.PostAsJsonAsync(settle, new { Resolution = "Diganti." })).StatusCode);
        var claim = await AskAsync(shop => shop.WarrantyClaims.SingleAsync(found => found.Id == id));
        Assert.Equal("Gagangnya patah.", claim.Description);
        Assert.Equal("Diganti.", claim.Resolution);
        Assert.Equal(_factory.Clock.GetUtcNow(), claim.ClosedAt);

        var unknown = await cashier.PostAsJsonAsync($"/support/claims/{Guid.NewGuid()}/settle", new { Resolution = "Diganti." });
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal("Tidak ditemukan.", (await unknown.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("title").GetString());
    }

    [Fact, Trait("Clause", "JOVA-2.8")]
    public async Task Strong_signals_alone_are_shared_and_by_staff()
    {
        var cashier = await _factory.CashierAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _factory.CustomerAsync()).PostAsync("/security/signals/share", null)).StatusCode);
        var before = await SharedAsync(cashier);
        await GuessAsync(_factory.Browser);

        Assert.Equal(before + 1, await SharedAsync(cashier));
        var partner = Assert.IsType<LocalFraudPartner>(_factory.Services.GetRequiredService<IFraudPartner>());
        Assert.Equal(before + before + 1, partner.Warnings);
        var weak = await AskAsync(shop => shop.FraudSignals.CountAsync(signal => signal.Score < 75));
        Assert.True(weak > 0);
    }

    [Fact, Trait("Clause", "JOVA-1.3")]
    public async Task An_order_is_confirmed_with_its_receipt_and_its_arrival_is_told()
    {
        var siti = await _factory.CustomerAsync();
        var cashier = await _factory.CashierAsync();
        var number = await PlaceAsync(siti, product: 1, deliverTo: "Jl. Kenanga 7, Bandung");
        var receipt = $"Nota {number}\n2 x Kopi Gayo 250 g @ Rp85.000\nJumlah: Rp170.000";
        var confirmed = Assert.Single(_factory.Mail.Sent, mail => mail.Subject == "Konfirmasi pesanan");
        Assert.Equal("siti@contoh.example", confirmed.To);
        Assert.EndsWith("\n\n" + receipt, confirmed.Body, StringComparison.Ordinal);
        Assert.Equal(receipt, await siti.GetStringAsync($"/orders/{number}/receipt"));
        var theirs = await AskAsync(shop => shop.Orders.Where(order => order.CustomerId != ShopSeed.Siti)
            .Select(order => order.Number).FirstAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await siti.GetAsync($"/orders/{theirs}/receipt")).StatusCode);

        Assert.Equal(HttpStatusCode.Forbidden, (await siti.PostAsync($"/orders/{number}/arrived", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await cashier.PostAsync($"/orders/{number}/arrived", null)).StatusCode);
        // A second time says nothing again.
        Assert.Equal(HttpStatusCode.NotFound, (await cashier.PostAsync($"/orders/{number}/arrived", null)).StatusCode);
        var told = Assert.Single(_factory.Mail.Sent, mail => mail.Subject == "Status pesanan");
        Assert.Equal(("siti@contoh.example", $"Halo Siti Rahmawati, pesanan {number} telah sampai."), (told.To, told.Body));
        Assert.Equal(
            _factory.Clock.GetUtcNow(),
            await AskAsync(shop => shop.Orders.Where(order => order.Number == number).Select(order => order.Delivery!.DeliveredAt).SingleAsync()));
    }

    [Fact, Trait("Clause", "JOVA-1.5")]
    public async Task A_customer_sees_the_shelves_that_they_buy_from()
    {
        var siti = await _factory.CustomerAsync();
        var expected = await AskAsync(shop => shop.OrderLines.Where(line => line.Order!.CustomerId == ShopSeed.Siti)
            .SumAsync(line => line.Quantity));
        var shelves = (await siti.GetFromJsonAsync<JsonElement>("/recommendations/shelves")).EnumerateArray().ToList();
        Assert.Equal(expected, shelves.Sum(shelf => shelf.GetProperty("bought").GetInt32()));
        Assert.Subset(
            new HashSet<string?> { "Kopi", "Peralatan", "Buku" }, shelves.Select(shelf => shelf.GetProperty("shelf").GetString()).ToHashSet());
        Assert.Equal(
            shelves.Select(shelf => shelf.GetProperty("bought").GetInt32()).OrderDescending(),
            shelves.Select(shelf => shelf.GetProperty("bought").GetInt32()));
    }

    [Fact, Trait("Clause", "JOVA-1.11")]
    public async Task Who_guesses_is_blocked_by_who_runs_the_servers_and_the_incident_can_be_shown()
    {
        await using var reached = _factory.WithWebHostBuilder(web => web.ConfigureTestServices(
            services => services.AddSingleton<IStartupFilter, FromAnAddress>()));
        await GuessAsync(() => reached.CreateClient(new() { BaseAddress = new("https://localhost") }));

        Assert.Equal(1, reached.Services.GetRequiredService<LocalOperationsProvider>().Blocked);
        var cashier = await _factory.CashierAsync();
        var incident = (await cashier.GetFromJsonAsync<JsonElement>($"/security/incidents/{ShopSeed.Siti}")).EnumerateArray().Last();
        Assert.Equal("guessed-password", incident.GetProperty("kind").GetString());
        Assert.Equal("203.0.113.9", incident.GetProperty("ipAddress").GetString());
        var stranger = await (await _factory.CustomerAsync()).GetAsync($"/security/incidents/{ShopSeed.Siti}");
        Assert.Equal(HttpStatusCode.Forbidden, stranger.StatusCode);
    }

    [Fact]
    public async Task The_manager_lists_the_staff_and_ends_an_employment()
    {
        var cashier = await _factory.CashierAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await cashier.GetAsync("/staff/members")).StatusCode);
        var manager = await ManagerAsync();
        var members = (await manager.GetFromJsonAsync<JsonElement>("/staff/members")).EnumerateArray().ToList();
        // Those who left are not among them, and nobody's password is told.
        Assert.Equal(["kasir.pagi", ManagersName, "petugas.privasi"], members.Select(NameOf).Order());
        Assert.All(members, member => Assert.Equal(
            ["staffNumber", "name", "signInName", "role"], member.EnumerateObject().Select(property => property.Name)));

        var number = members.Single(member => NameOf(member) == "kasir.pagi").GetProperty("staffNumber").GetString();
        Assert.Equal(HttpStatusCode.NoContent, (await manager.PostAsync($"/staff/members/{number}/left", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.PostAsync($"/staff/members/{number}/left", null)).StatusCode);
        Assert.Equal(
            _factory.Clock.GetUtcNow(),
            await AskAsync(shop => shop.Staff.Where(member => member.StaffNumber == number).Select(member => member.LeftAt).SingleAsync()));
        var again = await _factory.Browser().PostAsJsonAsync(
            "/account/staff/sign-in", new { Login = "kasir.pagi", ShopSeed.Password });
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
    }

    [Fact, Trait("Clause", "JOVA-1.8"), Trait("Clause", "JOVA-2.6")]
    public async Task The_adviser_gets_the_payments_of_a_year_and_nobodys_name()
    {
        var year = _factory.Clock.GetUtcNow().Year;
        Assert.Equal(
            HttpStatusCode.Forbidden, (await (await _factory.CashierAsync()).PostAsync($"/books/{year}/hand-over", null)).StatusCode);
        var answer = await (await ManagerAsync()).PostAsync($"/books/{year}/hand-over", null);
        var handed = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("handedOver").GetInt32();

        var received = _factory.Services.GetRequiredService<LocalTaxAdviser>().Received;
        Assert.NotEmpty(received);
        Assert.Equal(handed, received.Count);
        Assert.All(received, entry => Assert.Equal(year, entry.PaidAt.ToOffset(TimeSpan.FromHours(7)).Year));
        var told = JsonSerializer.Serialize(received);
        var names = await AskAsync(shop => shop.Customers.Select(customer => customer.Name!).ToListAsync());
        Assert.All(names, name => Assert.DoesNotContain(name, told, StringComparison.Ordinal));
    }

    private static string? NameOf(JsonElement member) => member.GetProperty("signInName").GetString();

    private static Task<HttpResponseMessage> ClaimAsync(HttpClient customer, Guid line) =>
        customer.PostAsJsonAsync("/support/claims", new { OrderLineId = line, Description = "Gagangnya patah." });

    private static async Task<string> PlaceAsync(HttpClient customer, int product, string? deliverTo)
    {
        var placed = await customer.PostAsJsonAsync("/orders", new
        {
            Lines = new[] { new { ProductId = product, Quantity = 2 } },
            PaymentMethod = "qris",
            DeliverTo = deliverTo,
        });
        Assert.Equal(HttpStatusCode.Created, placed.StatusCode);
        return (await placed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetString()!;
    }

    private static async Task GuessAsync(Func<HttpClient> browser)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var answer = await browser().PostAsJsonAsync(
                "/account/sign-in", new { Login = "siti@contoh.example", Password = $"tebakan-{attempt}" });
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    private static async Task<int> SharedAsync(HttpClient cashier)
    {
        var answer = await cashier.PostAsync("/security/signals/share", null);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("shared").GetInt32();
    }

    private async Task<T> AskAsync<T>(Func<ShopContext, Task<T>> question)
    {
        await using var scope = _factory.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<ShopContext>());
    }

    /// <summary>A manager who works here: the seeded one has left.</summary>
    private async Task<HttpClient> ManagerAsync()
    {
        var browser = _factory.Browser();
        var answer = await browser.PostAsJsonAsync(
            "/account/staff/sign-in", new { Login = ManagersName, ShopSeed.Password });
        answer.EnsureSuccessStatusCode();
        return browser;
    }

    /// <summary>A test server knows of no address; this gives whoever asks one.</summary>
    private sealed class FromAnAddress : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse("203.0.113.9");
                return following(context);
            });
            next(app);
        };
    }
}
