using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Web;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using Ocis.Accounts;

namespace Ocis.Tests;

/// <summary>Signing in with a provider by OpenID Connect, as a live service does [OCIS-1.5].</summary>
public sealed class FederatedLoginTests : IAsyncDisposable
{
    private const string Verifier = "a-long-random-number-that-stays-in-the-browser";

    private readonly OcisFactory _ocis = new();
    private readonly OpenIdStandIn _provider = new();
    private readonly WebApplicationFactory<Program> _live;

    public FederatedLoginTests() => _live = _ocis.WithWebHostBuilder(web => web
        .UseSetting("FederatedLogins:signin:Authority", OpenIdStandIn.Authority)
        .UseSetting("FederatedLogins:signin:ClientId", OpenIdStandIn.Client)
        .UseSetting("FederatedLogins:signin:ClientSecret", OpenIdStandIn.Secret)
        .UseSetting("FederatedLogins:signin:ReturnTo", OpenIdStandIn.ReturnTo)
        .ConfigureTestServices(services =>
            services.AddHttpClient(OpenIdLogins.Client, client => client.Timeout = TimeSpan.FromSeconds(2))
                .ConfigurePrimaryHttpMessageHandler(() => _provider)));

    public async ValueTask DisposeAsync()
    {
        await _live.DisposeAsync();
        await _ocis.DisposeAsync();
    }

    [Fact, Trait("Clause", "OCIS-1.5")]
    public async Task Who_comes_from_a_provider_has_an_account_by_what_it_signed()
    {
        var browser = Browser();
        Assert.Equal(HttpStatusCode.Created, await ComeAsync(browser, _provider.SignIn(await BeginAsync(browser))));
        Assert.Equal("Noor Haddad", (await browser.GetFromJsonAsync<JsonElement>("/account")).GetProperty("name").GetString());
        // The provider told more than OCIS asks for, and none of it is there.
        Assert.DoesNotContain(await _ocis.Database.EverythingAsync(), value => value == "nl");

        // Whoever comes back is known by it, and asked for no age.
        var again = Browser();
        Assert.Equal(HttpStatusCode.Created, await ComeAsync(again, _provider.SignIn(await BeginAsync(again)), birthDate: null));
    }

    [Fact, Trait("Clause", "OCIS-1.5")]
    public async Task A_code_is_good_once_and_in_the_browser_that_began()
    {
        var browser = Browser();
        var code = _provider.SignIn(await BeginAsync(browser));
        Assert.Equal(HttpStatusCode.Unauthorized, await ComeAsync(Browser(), code, verifier: "somebody-else's"));
        Assert.Equal(HttpStatusCode.Unauthorized, await ComeAsync(Browser(), _provider.SignIn(await BeginAsync(browser)), verifier: null));

        var own = _provider.SignIn(await BeginAsync(browser));
        Assert.Equal(HttpStatusCode.Created, await ComeAsync(browser, own));
        Assert.Equal(HttpStatusCode.Unauthorized, await ComeAsync(Browser(), own));
    }

    [Theory, Trait("Clause", "OCIS-1.5")]
    [InlineData("for another service")]
    [InlineData("from another provider")]
    [InlineData("over")]
    [InlineData("by another key")]
    [InlineData("of nobody")]
    public async Task What_is_not_signed_for_OCIS_and_now_is_not_believed(string token)
    {
        using var key = RSA.Create(2048);
        var browser = Browser();
        var code = _provider.SignIn(await BeginAsync(browser), other => Spoil(other, token), token == "by another key" ? key : null);
        Assert.Equal(HttpStatusCode.Unauthorized, await ComeAsync(browser, code));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/account")).StatusCode);
    }

    [Fact, Trait("Clause", "OCIS-1.5")]
    public async Task A_code_is_good_in_the_browser_that_began_also_where_the_provider_looks_at_no_verifier()
    {
        _provider.KnowsVerifiers = false;
        var browser = Browser();
        var stolen = _provider.SignIn(await BeginAsync(browser));
        Assert.Equal(HttpStatusCode.Unauthorized, await ComeAsync(Browser(), stolen, verifier: "somebody-else's"));
        Assert.Equal(HttpStatusCode.Created, await ComeAsync(browser, _provider.SignIn(await BeginAsync(browser))));
    }

    [Fact]
    public async Task A_provider_that_marks_no_token_is_believed_by_the_verifier()
    {
        _provider.TellsNonce = false;
        var browser = Browser();
        Assert.Equal(HttpStatusCode.Unauthorized, await ComeAsync(browser, _provider.SignIn(await BeginAsync(browser)), verifier: "somebody-else's"));
        Assert.Equal(HttpStatusCode.Created, await ComeAsync(browser, _provider.SignIn(await BeginAsync(browser))));
    }

    [Fact, Trait("Clause", "OCIS-1.5")]
    public async Task A_provider_that_refuses_verifiers_is_shown_none()
    {
        (_provider.RefusesVerifiers, _provider.TellsNonce) = (true, false);
        await using var live = _live.WithWebHostBuilder(web => web.UseSetting("FederatedLogins:signin:Pkce", "false"));
        var browser = live.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false });
        var code = _provider.SignIn(await BeginAsync(browser));
        Assert.Equal(HttpStatusCode.Created, await ComeAsync(browser, code));
        Assert.Equal(HttpStatusCode.Unauthorized, await ComeAsync(Browser(), code));
    }

    [Fact]
    public async Task A_key_that_a_provider_has_since_now_is_asked_for()
    {
        var browser = Browser();
        Assert.Equal(HttpStatusCode.Created, await ComeAsync(browser, _provider.SignIn(await BeginAsync(browser))));
        _provider.RollOver();
        Assert.Equal(HttpStatusCode.Created, await ComeAsync(browser, _provider.SignIn(await BeginAsync(browser))));
    }

    // Microsoft's description for accounts of all of its tenants names none of them.
    [Theory, Trait("Clause", "OCIS-1.5")]
    [InlineData("tenant-1", HttpStatusCode.Created)]
    [InlineData("tenant-2", HttpStatusCode.Unauthorized)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task A_token_of_a_tenant_is_signed_for_that_tenant(string? tenant, HttpStatusCode expected)
    {
        _provider.Issuer = OpenIdStandIn.Authority + "/{tenantid}/v2.0";
        var browser = Browser();
        var code = _provider.SignIn(await BeginAsync(browser), token =>
        {
            token.Issuer = OpenIdStandIn.Authority + "/tenant-1/v2.0";
            if (tenant is not null)
                token.Claims["tid"] = tenant;
        });
        Assert.Equal(expected, await ComeAsync(browser, code));
    }

    [Fact]
    public async Task A_provider_that_hangs_or_is_away_is_no_wrong_ticket_for_another_address_either()
    {
        var browser = Browser();
        Assert.Equal(HttpStatusCode.Created, await ComeAsync(browser, _provider.SignIn(await BeginAsync(browser))));
        var ticket = _provider.SignIn(await BeginAsync(browser));
        _provider.Hangs = true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ComeAsync(browser, ticket));
        (_provider.Hangs, _provider.IsAway) = (false, true);
        var change = new { email = "noor@other.example", provider = "signin", ticket, verifier = Verifier };
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.PutAsJsonAsync("/account/email", change)).StatusCode);
        _provider.IsAway = false;
        Assert.Equal(HttpStatusCode.Accepted, (await browser.PutAsJsonAsync("/account/email", change)).StatusCode);
    }

    [Fact]
    public async Task A_provider_that_is_away_is_no_wrong_ticket()
    {
        var browser = Browser();
        var code = _provider.SignIn(await BeginAsync(browser));
        _provider.IsAway = true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ComeAsync(browser, code));
        _provider.IsAway = false;
        Assert.Equal(HttpStatusCode.Created, await ComeAsync(browser, code));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/account/federated/unknown?challenge=x&state=1")).StatusCode);
    }

    [Fact]
    public async Task What_stands_in_for_providers_is_not_asked_in_a_live_service()
    {
        await using var ocis = new OcisFactory();
        await using var live = ocis.WithWebHostBuilder(web => web.UseSetting("environment", "Production").SealingKeys(ocis.KeyFolder));
        var ticket = live.Services.GetRequiredService<LocalFederatedLogins>()
            .Issue("google", new() { ProviderUserId = "g-1", Name = "Noor Haddad", Email = "noor@example.com" });
        var browser = live.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false });
        var answer = await browser.PostAsJsonAsync("/account/federated", new { provider = "google", ticket, birthDate = "1990-01-01" });
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static void Spoil(SecurityTokenDescriptor token, string how)
    {
        switch (how)
        {
            case "for another service":
                token.Audience = "a-shop";
                break;
            case "from another provider":
                token.Issuer = "https://other.example";
                break;
            case "over":
                token.NotBefore = OcisFactory.Start.AddHours(-2).UtcDateTime;
                token.Expires = OcisFactory.Start.AddHours(-1).UtcDateTime;
                break;
            case "of nobody":
                token.Claims.Remove("sub");
                break;
        }
    }

    private HttpClient Browser() => _live.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false });

    private static async Task<Uri> BeginAsync(HttpClient browser)
    {
        var answer = await browser.GetAsync($"/account/federated/signin?challenge={OpenIdStandIn.ChallengeOf(Verifier)}&state=page-1");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var there = answer.Headers.Location!;
        Assert.StartsWith(OpenIdStandIn.Authority + "/begin?", there.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal("page-1", HttpUtility.ParseQueryString(there.Query)["state"]);
        return there;
    }

    private static async Task<HttpStatusCode> ComeAsync(
        HttpClient browser, string ticket, string? birthDate = "1990-01-01", string? verifier = Verifier) =>
        (await browser.PostAsJsonAsync("/account/federated", new { provider = "signin", ticket, verifier, birthDate })).StatusCode;
}
