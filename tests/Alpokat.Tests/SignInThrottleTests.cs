using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;
using Alpokat.Data;

namespace Alpokat.Tests;

/// <summary>Passwords, and the keys of desks, are not tried without end [ALPO-6.2].</summary>
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
}
