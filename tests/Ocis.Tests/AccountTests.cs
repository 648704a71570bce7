using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ocis.Accounts;
using Ocis.Data;

namespace Ocis.Tests;

/// <summary>How people come in, and who may see what.</summary>
public sealed class AccountTests(SeededOcis seeded) : IClassFixture<SeededOcis>
{
    private readonly OcisFactory _ocis = seeded.Factory;

    [Theory, Trait("Clause", "OCIS-4.2")]
    [InlineData("/account")]
    [InlineData("/orders")]
    [InlineData("/support")]
    [InlineData("/usage")]
    [InlineData("/security/suspicions")]
    [InlineData("/privacy/trail")]
    public async Task A_stranger_sees_nothing_personal(string path)
    {
        var answer = await _ocis.Browser().GetAsync(path);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    [Theory, Trait("Clause", "OCIS-4.2")]
    [InlineData("mira", "/support")]
    [InlineData("mira", "/usage")]
    [InlineData("sami", "/usage")]
    [InlineData("sami", "/security/suspicions")]
    [InlineData("edda", "/support")]
    [InlineData("edda", "/privacy/trail")]
    [InlineData("otto", "/support")]
    public async Task Who_works_here_sees_what_their_work_needs(string who, string path) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _ocis.SignInAsync(who)).GetAsync(path)).StatusCode);

    [Fact, Trait("Clause", "OCIS-1.1"), Trait("Clause", "OCIS-6.1"), Trait("Clause", "OCIS-4.1")]
    public async Task Who_is_old_enough_gets_an_account_and_the_day_of_their_birth_is_nowhere()
    {
        var form = new { name = "Vera Lang", email = "vera@example.com", userName = "vera", password = "a long one, of words", birthDate = "2010-11-22" };
        Assert.Equal(HttpStatusCode.Forbidden, (await _ocis.Browser().PostAsJsonAsync("/account/register", form with { birthDate = "2010-11-23" })).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _ocis.Browser().PostAsJsonAsync("/account/sign-in", form)).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await _ocis.Browser().PostAsJsonAsync("/account/register", form)).StatusCode);
        var confirmation = Newcomer.LinkIn(_ocis.Mail.Sent.Last(mail => mail.To == form.email).Text, "/account/confirm");
        using var known = new FormUrlEncodedContent([new("password", form.password)]);
        Assert.Equal(HttpStatusCode.OK, (await _ocis.Browser().PostAsync(confirmation, known)).StatusCode);

        var vera = await _ocis.SignInAsync("vera", form.password);
        Assert.Equal("vera@example.com", (await vera.GetFromJsonAsync<JsonElement>("/account")).GetProperty("email").GetString());
        var everything = await _ocis.Database.EverythingAsync();
        foreach (var trace in new[] { form.password, form.name, form.email, "2010-11-22" })
        {
            Assert.DoesNotContain(everything, value => value.Contains(trace, StringComparison.Ordinal) && !value.StartsWith("pac1.", StringComparison.Ordinal));
            Assert.DoesNotContain(_ocis.Log.Lines, line => line.Contains(trace, StringComparison.Ordinal));
        }

        Assert.Equal(HttpStatusCode.OK, (await vera.PostAsync("/account/close", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await vera.GetAsync("/account")).StatusCode);
    }

    [Fact, Trait("Clause", "OCIS-1.5"), Trait("Clause", "OCIS-6.1")]
    public async Task Who_comes_by_a_federated_login_is_asked_for_their_age_once()
    {
        var logins = _ocis.Services.GetRequiredService<LocalFederatedLogins>();
        string Ticket() => logins.Issue("microsoft", new() { ProviderUserId = "ms-42", Name = "Noor Haddad", Email = "noor@example.com" });
        async Task<HttpStatusCode> ComeAsync(HttpClient browser, string ticket, string? birthDate) =>
            (await browser.PostAsJsonAsync("/account/federated", new { provider = "microsoft", ticket, birthDate })).StatusCode;

        var used = Ticket();
        Assert.Equal(HttpStatusCode.Forbidden, await ComeAsync(_ocis.Browser(), used, null));
        Assert.Equal(HttpStatusCode.Unauthorized, await ComeAsync(_ocis.Browser(), used, "1990-01-01"));
        Assert.Equal(HttpStatusCode.Forbidden, await ComeAsync(_ocis.Browser(), Ticket(), "2015-01-01"));
        Assert.Equal(HttpStatusCode.Created, await ComeAsync(_ocis.Browser(), Ticket(), "1990-01-01"));
        var noor = _ocis.Browser();
        Assert.Equal(HttpStatusCode.Created, await ComeAsync(noor, Ticket(), null));
        Assert.Equal("Noor Haddad", (await noor.GetFromJsonAsync<JsonElement>("/account")).GetProperty("name").GetString());
        Assert.Equal(1, await _ocis.InAsync<OcisContext, int>(rows => rows.FederatedLogins.CountAsync(login => login.Provider == "microsoft")));
    }

    [Fact, Trait("Clause", "OCIS-4.1")]
    public async Task Nothing_goes_over_a_line_without_TLS()
    {
        await using var ocis = new OcisFactory();
        await using var live = ocis.WithWebHostBuilder(web => web.UseSetting("environment", "Production").UseSetting("https_port", "443").SealingKeys(ocis.KeyFolder));
        // Nobody is seeded there: what a README says is no password of a live service.
        await using (var scope = live.Services.CreateAsyncScope())
        {
            Assert.Empty(scope.ServiceProvider.GetRequiredService<OcisContext>().Users);
            await scope.ServiceProvider.GetRequiredService<OcisSeed>().SowAsync(TestContext.Current.CancellationToken);
        }

        var browser = live.CreateClient(new() { BaseAddress = new("http://ocis.example"), AllowAutoRedirect = false });
        var answer = await browser.PostAsJsonAsync("/account/sign-in", new { userName = "mira", password = OcisSeed.Password });
        Assert.Equal(HttpStatusCode.TemporaryRedirect, answer.StatusCode);
        Assert.Equal("https", answer.Headers.Location?.Scheme);
        var secure = live.CreateClient(new() { BaseAddress = new("https://ocis.example"), AllowAutoRedirect = false });
        var signedIn = await secure.PostAsJsonAsync("/account/sign-in", new { userName = "mira", password = OcisSeed.Password });
        Assert.Contains("secure", Assert.Single(signedIn.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("max-age=", Assert.Single(signedIn.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
    }
}
