using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Alpokat.Accounts;
using Alpokat.Data;

namespace Alpokat.Tests;

/// <summary>Passwords are not tried without end, and whoever tries them does not lock the owner out [ALPO-6.2].</summary>
[Trait("Clause", "ALPO-6.2")]
public sealed class SignInThrottleTests
{
    [Theory]
    [InlineData(100, 3)]
    [InlineData(3, 100)]
    public async Task One_account_and_one_address_are_tried_three_times(int perAddress, int perAccount)
    {
        await using var alpokat = new AlpokatFactory(TestDatabase.Sqlite);
        await using var live = alpokat.WithWebHostBuilder(web =>
            web.UseSetting("SignIn:PerAddress", $"{perAddress}").UseSetting("SignIn:PerAccount", $"{perAccount}"));
        var browser = live.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false });
        async Task<HttpStatusCode> TryAsync(string userName, string password) =>
            (await browser.PostAsJsonAsync("/account/sign-in", new { userName, password })).StatusCode;

        for (var tries = 0; tries < 3; tries++)
            Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync("sri", $"tebakan {tries}"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(" SRI", AlpokatSeed.Password));
        Assert.Equal(perAddress > 3 ? HttpStatusCode.NoContent : HttpStatusCode.TooManyRequests, await TryAsync("darma", AlpokatSeed.Password));
        var desk = await browser.PostAsJsonAsync("/desk/sign-in", new { desk = "privasi", key = "key of privasi" });
        Assert.Equal(perAddress > 3 ? HttpStatusCode.NoContent : HttpStatusCode.TooManyRequests, desk.StatusCode);
    }

    [Fact]
    public async Task Who_tries_an_account_from_elsewhere_does_not_lock_its_owner_out()
    {
        await using var alpokat = new AlpokatFactory(TestDatabase.Sqlite);
        await using var live = Limited(alpokat, perAddress: 100, perAccount: 5);
        for (var tries = 0; tries < 5; tries++)
            Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync(live, "sri", "203.0.113.9"));
        // However the name is written, and with the right password as well: whoever guessed it would be let in.
        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(live, "sri", "203.0.113.9", AlpokatSeed.Password));
        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(live, " SRI", "203.0.113.9"));
        Assert.Equal(HttpStatusCode.NoContent, await TryAsync(live, "darma", "203.0.113.9", AlpokatSeed.Password));
        Assert.Equal(HttpStatusCode.NoContent, await TryAsync(live, "sri", "198.51.100.7", AlpokatSeed.Password));
    }

    [Fact]
    public async Task Many_networks_together_try_it_slowly_and_one_that_is_known_is_let_in()
    {
        await using var alpokat = new AlpokatFactory(TestDatabase.Sqlite);
        await using var live = Limited(alpokat, perAddress: 100, perAccount: 5, everywhere: 8);
        Assert.Equal(HttpStatusCode.NoContent, await TryAsync(live, "sri", "198.51.100.7", AlpokatSeed.Password));
        for (var network = 1; network < 8; network++)
            Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync(live, "sri", $"203.0.{network}.9"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(live, "sri", "203.0.113.9", AlpokatSeed.Password));
        Assert.Equal(HttpStatusCode.NoContent, await TryAsync(live, "sri", "198.51.100.7", AlpokatSeed.Password));
        Assert.Equal(HttpStatusCode.NoContent, await TryAsync(live, "darma", "203.0.113.9", AlpokatSeed.Password));
    }

    [Theory]
    [InlineData("203.0.113.9", "203.0.113.9", "203.0.113.10")]
    [InlineData("::ffff:203.0.113.9", "203.0.113.9", "::ffff:203.0.113.10")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1")]
    public async Task One_network_tries_four_times_whomever_and_others_are_let_in(string one, string same, string other)
    {
        await using var alpokat = new AlpokatFactory(TestDatabase.Sqlite);
        await using var live = Limited(alpokat, perAddress: 4, perAccount: 100);
        for (var tries = 0; tries < 4; tries++)
            Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync(live, $"guess-{tries}", tries % 2 == 0 ? one : same));
        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(live, "darma", same, AlpokatSeed.Password));
        Assert.Equal(HttpStatusCode.NoContent, await TryAsync(live, "darma", other, AlpokatSeed.Password));
    }

    [Fact]
    public async Task A_name_that_nobody_has_takes_the_work_of_one_that_somebody_has()
    {
        var hasher = new CountingHasher<Account>();
        await using var alpokat = new AlpokatFactory(TestDatabase.Sqlite);
        await using var live = alpokat.WithWebHostBuilder(web =>
            web.ConfigureTestServices(services => services.AddSingleton<IPasswordHasher<Account>>(hasher)));
        Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync(live, "sri", "203.0.113.9"));
        Assert.Equal(1, hasher.Comparisons);
        Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync(live, "nobody", "203.0.113.9"));
        Assert.Equal(2, hasher.Comparisons);
    }

    [Fact]
    public void What_is_kept_of_a_name_is_no_longer_than_of_another_and_says_nothing_of_it()
    {
        using var throttle = new SignInThrottle(Options.Create(new SignInLimits()));
        using var restarted = new SignInThrottle(Options.Create(new SignInLimits()));
        var kept = throttle.Hash(new string('A', 1_000_000));
        Assert.Equal(64, kept.Length);
        Assert.Equal(64, throttle.Hash("SRI").Length);
        Assert.NotEqual(throttle.Hash("SRI"), restarted.Hash("SRI"));
    }

    private static WebApplicationFactory<Program> Limited(AlpokatFactory alpokat, int perAddress, int perAccount, int everywhere = 1000) =>
        alpokat.WithWebHostBuilder(web =>
        {
            web.UseSetting("SignIn:PerAddress", $"{perAddress}").UseSetting("SignIn:PerAccount", $"{perAccount}");
            web.UseSetting("SignIn:PerAccountEverywhere", $"{everywhere}");
            web.ConfigureTestServices(services => services.AddSingleton<IStartupFilter>(new FromAddress()));
        });

    private static async Task<HttpStatusCode> TryAsync(WebApplicationFactory<Program> live, string userName, string from, string password = "guess")
    {
        var browser = live.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false });
        browser.DefaultRequestHeaders.Add(FromAddress.Header, from);
        return (await browser.PostAsJsonAsync("/account/sign-in", new { userName, password })).StatusCode;
    }
}
