using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using OChat.Data;
using OChat.Disclosure;
using OChat.Support;
using OChat.Usage;

namespace OChat.Tests;

/// <summary>Who may see what, and what becomes of a password.</summary>
public sealed class AccountTests(SeededOChat seeded) : IClassFixture<SeededOChat>
{
    private readonly OChatFactory _ochat = seeded.Factory;

    [Theory, Trait("Clause", "OCHAT-3.3")]
    [InlineData("/account")]
    [InlineData("/orders")]
    [InlineData("/chat")]
    [InlineData("/shop/orders")]
    [InlineData("/usage")]
    [InlineData("/applications")]
    [InlineData("/research/questions")]
    public async Task A_stranger_sees_nothing_personal(string path)
    {
        var answer = await _ochat.Browser().GetAsync(path);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    [Theory, Trait("Clause", "OCHAT-3.3")]
    [InlineData("/usage")]
    [InlineData("/applications")]
    [InlineData("/research/questions")]
    [InlineData("/chat")]
    public async Task A_merchant_is_neither_operator_nor_customer(string path) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _ochat.MerchantAsync()).GetAsync(path)).StatusCode);

    [Fact, Trait("Clause", "OCHAT-1.2"), Trait("Clause", "OCHAT-2.2")]
    public async Task Somebody_applies_is_approved_and_signs_in_and_the_password_is_a_hash()
    {
        var form = new { name = "Gede Arsana", email = "gede@toko.example", userName = "gede", password = "a long one, of words" };
        var applied = await _ochat.Browser().PostAsJsonAsync("/account/register", form);
        Assert.Equal(HttpStatusCode.Created, applied.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await _ochat.Browser().PostAsJsonAsync("/account/register", form)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _ochat.Browser().PostAsJsonAsync("/account/sign-in", form)).StatusCode);

        var desk = await _ochat.OperatorAsync();
        var waiting = Assert.Single((await desk.GetFromJsonAsync<JsonElement>("/applications")).EnumerateArray());
        Assert.Equal("Gede Arsana", waiting.GetProperty("name").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await desk.PostAsync($"/applications/{waiting.GetProperty("id").GetString()}/approve", null)).StatusCode);

        var gede = await _ochat.SignInAsync("gede", form.password);
        Assert.Equal("gede@toko.example", (await gede.GetFromJsonAsync<JsonElement>("/account")).GetProperty("email").GetString());
        Assert.Equal(
            HttpStatusCode.Unauthorized, (await _ochat.Browser().PostAsJsonAsync("/account/sign-in", form with { password = "another" })).StatusCode);
        foreach (var trace in new[] { form.password, form.name, form.email })
        {
            Assert.DoesNotContain(await _ochat.Database.EverythingAsync(), value => value.Contains(trace, StringComparison.Ordinal));
            Assert.DoesNotContain(_ochat.Log.Lines, line => line.Contains(trace, StringComparison.Ordinal));
        }

        Assert.Equal(HttpStatusCode.OK, (await gede.PostAsync("/account/close", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _ochat.Browser().PostAsJsonAsync("/account/sign-in", form)).StatusCode);
    }

    [Fact, Trait("Clause", "OCHAT-2.7")]
    public async Task An_offer_goes_to_those_who_agreed_until_they_take_it_back()
    {
        var desk = await _ochat.OperatorAsync();
        Assert.Equal(1, await OfferAsync(desk));
        Assert.Equal(HttpStatusCode.NoContent, (await (await _ochat.MerchantAsync()).PostAsync("/no-more-offers", null)).StatusCode);
        Assert.Equal(0, await OfferAsync(desk));
    }

    [Fact, Trait("Clause", "OCHAT-2.7")]
    public async Task The_way_out_in_an_offer_is_one_without_signing_in()
    {
        var mail = new RecordedMail();
        await using var own = new OChatFactory(TestDatabase.Sqlite);
        await using var ochat = own.WithWebHostBuilder(web => web.ConfigureTestServices(services => services.AddSingleton<IMailer>(mail)));
        HttpClient Browser() => ochat.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false });
        var desk = Browser();
        (await desk.PostAsJsonAsync("/account/sign-in", new { userName = "operator", password = OChatSeed.Password })).EnsureSuccessStatusCode();
        Assert.Equal(1, await OfferAsync(desk));
        var link = new Uri(Assert.Single(mail.Sent).Body.Split(' ', '\n').Last()).PathAndQuery;

        // Asking alone ends nothing: mail programs open links before people do.
        Assert.Contains("You get no more offers from OChat once you say so here.", await Browser().GetStringAsync(link));
        Assert.Equal(HttpStatusCode.NotFound, (await Browser().PostAsync("/offers/stop?reader=nobody", null)).StatusCode);
        Assert.Equal(1, await OfferAsync(desk));

        Assert.Contains("You get no more offers.", await (await Browser().PostAsync(link, null)).Content.ReadAsStringAsync());
        Assert.Equal(0, await OfferAsync(desk));
    }

    [Fact, Trait("Clause", "OCHAT-2.6"), Trait("Clause", "OCHAT-2.4")]
    public async Task What_is_studied_names_nobody_and_what_is_counted_is_nobodys()
    {
        var desk = await _ochat.OperatorAsync();
        var questions = await desk.GetStringAsync("/research/questions");
        Assert.Contains("My number is [PHONE]", questions);
        Assert.DoesNotContain("Siti", questions);
        Assert.Contains("opened-page", await desk.GetStringAsync("/usage"));
    }

    [Fact, Trait("Clause", "OCHAT-1.3"), Trait("Clause", "OCHAT-4.1")]
    public async Task What_users_do_is_recorded_counted_and_shared_under_a_pseudonym_and_nothing_of_customers()
    {
        await using var ochat = new OChatFactory(TestDatabase.Sqlite);
        Task<List<Visit>> VisitsAsync() => ochat.InAsync<OChatContext, List<Visit>>(rows => rows.Visits.ToListAsync());
        var before = (await VisitsAsync()).Count;
        var ratna = await ochat.MerchantAsync();
        Assert.Contains("GAYO", await ratna.GetStringAsync("/pages/kopi-lereng"));
        Assert.Contains("GAYO", await ochat.Browser().GetStringAsync("/pages/kopi-lereng"));
        Assert.Contains("GAYO", await (await ochat.CustomerAsync("Ayu Lestari")).GetStringAsync("/pages/kopi-lereng"));
        Assert.Equal(HttpStatusCode.NotFound, (await ratna.GetAsync("/pages/nowhere")).StatusCode);
        var recorded = (await VisitsAsync()).OrderBy(visit => visit.At).Skip(before).ToList();
        Assert.Equal(["signed-in", "opened-page"], recorded.Select(visit => visit.Activity));
        Assert.All(recorded, visit => Assert.Equal(OChatSeed.Ratna, visit.UserId));

        var desk = await ochat.OperatorAsync();
        Assert.Contains("opened-page", await desk.GetStringAsync("/usage"));
        var shared = await desk.PostAsync("/usage/share", null);
        var received = ochat.Services.GetRequiredService<LocalAnalyticsProvider>().Received;
        Assert.Equal((await shared.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("shared").GetInt32(), received.Count);
        Assert.Contains(received, visit => visit.Activity == "opened-page");
        Assert.DoesNotContain(received, visit => visit.Who.Contains(OChatSeed.Ratna.ToString("N")[..8], StringComparison.OrdinalIgnoreCase));
    }

    [Fact, Trait("Clause", "OCHAT-4.2")]
    public async Task What_stands_in_for_an_authority_gets_nobody_in_a_live_service()
    {
        await using var ochat = new OChatFactory(TestDatabase.Sqlite);
        await using var live = ochat.WithWebHostBuilder(web => web.ConfigureTestServices(services =>
            services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = "Production" })));
        await Assert.ThrowsAsync<NotSupportedException>(() => live.Services.GetRequiredService<IAuthority>()
            .HandOverAsync("LR-1", new(), TestContext.Current.CancellationToken));
    }

    [Fact, Trait("Clause", "OCHAT-2.3")]
    public async Task A_question_is_taken_and_closed()
    {
        var asked = await (await _ochat.MerchantAsync()).PostAsJsonAsync("/support", new { text = "May I have two pages?" });
        Assert.Equal(HttpStatusCode.Created, asked.StatusCode);
        var desk = await _ochat.OperatorAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await desk.PostAsync($"{asked.Headers.Location}/close", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.PostAsync($"{asked.Headers.Location}/close", null)).StatusCode);
    }

    [Fact, Trait("Clause", "OCHAT-4.2")]
    public async Task A_lawful_request_names_its_law()
    {
        var desk = await _ochat.OperatorAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await desk.PostAsJsonAsync("/lawful-requests", new { reference = "LR-1", law = "KUHAP art. 43", userId = OChatSeed.Ratna })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.PostAsJsonAsync("/lawful-requests", new { reference = "LR-1", law = "", userId = OChatSeed.Ratna })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _ochat.MerchantAsync()).PostAsJsonAsync("/lawful-requests", new { reference = "LR-1", law = "x", userId = OChatSeed.Ratna })).StatusCode);
    }

    private static async Task<int> OfferAsync(HttpClient desk)
    {
        var answer = await desk.PostAsJsonAsync("/offers", new { title = "Offer", text = "Half price" });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("sent").GetInt32();
    }
}
