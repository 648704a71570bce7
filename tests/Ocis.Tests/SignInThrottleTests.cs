using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Ocis.Data;

namespace Ocis.Tests;

/// <summary>Passwords are not tried without end: not for one account, and not from one address [OCIS-2.3].</summary>
[Trait("Clause", "OCIS-2.3")]
public sealed class SignInThrottleTests
{
    [Fact]
    public async Task One_account_is_tried_five_times_from_wherever_and_others_are_let_in()
    {
        await using var ocis = new OcisFactory();
        await using var live = Limited(ocis, perAddress: 100, perAccount: 5);
        for (var tries = 0; tries < 5; tries++)
            Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync(live, "mira", $"198.51.100.{tries}"));
        // However the name is written, and with the right password as well: whoever guessed it would be let in.
        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(live, "mira", "198.51.100.9", OcisSeed.Password));
        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(live, " MIRA", "198.51.100.9"));
        Assert.Equal(HttpStatusCode.NoContent, await TryAsync(live, "jonas", "198.51.100.9", OcisSeed.Password));
    }

    [Fact]
    public async Task One_address_tries_ten_times_whomever_and_others_are_let_in()
    {
        await using var ocis = new OcisFactory();
        await using var live = Limited(ocis, perAddress: 10, perAccount: 5);
        for (var tries = 0; tries < 10; tries++)
            Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync(live, $"guess-{tries}", "203.0.113.9"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(live, "jonas", "203.0.113.9", OcisSeed.Password));
        Assert.Equal(HttpStatusCode.NoContent, await TryAsync(live, "jonas", "203.0.113.10", OcisSeed.Password));
    }

    private static WebApplicationFactory<Program> Limited(OcisFactory ocis, int perAddress, int perAccount) => ocis.WithWebHostBuilder(web =>
    {
        web.UseSetting("SignIn:PerAddress", $"{perAddress}").UseSetting("SignIn:PerAccount", $"{perAccount}");
        web.ConfigureTestServices(services => services.AddSingleton<IStartupFilter>(new FromAddress()));
    });

    private static async Task<HttpStatusCode> TryAsync(WebApplicationFactory<Program> live, string userName, string from, string password = "guess")
    {
        var browser = live.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false });
        browser.DefaultRequestHeaders.Add("X-Test-From", from);
        return (await browser.PostAsJsonAsync("/account/sign-in", new { userName, password })).StatusCode;
    }

    // The test's own server has no addresses: a header says what the connection would.
    private sealed class FromAddress : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, onward) =>
            {
                if (IPAddress.TryParse(http.Request.Headers["X-Test-From"], out var from))
                    http.Connection.RemoteIpAddress = from;
                return onward(http);
            });
            next(app);
        };
    }
}
