using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Ocis.Data;

namespace Ocis.Tests;

/// <summary>The keys that wrap the keys of people are themselves sealed, outside of development [OCIS-4.1].</summary>
[Trait("Clause", "OCIS-4.1")]
public sealed class KeysAtRestTests
{
    [Fact]
    public async Task A_live_service_without_a_certificate_does_not_start_and_says_why()
    {
        await using var ocis = new OcisFactory();
        await using var live = ocis.WithWebHostBuilder(web => web.UseSetting("environment", "Production").UseSetting("Keys:Certificate", ""));
        var refused = Assert.ThrowsAny<Exception>(() => live.CreateClient());
        Assert.Contains("Keys:Certificate", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_one_no_key_lies_in_the_clear_and_it_opens_after_a_restart()
    {
        await using var ocis = new OcisFactory();
        for (var start = 0; start < 2; start++)
        {
            await using var live = ocis.WithWebHostBuilder(web => web.UseSetting("environment", "Production").SealingKeys(ocis.KeyFolder));
            var browser = live.CreateClient(new() { BaseAddress = new("https://localhost") });
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/rights/")).StatusCode);
        }

        var keys = Directory.GetFiles(Path.Combine(ocis.KeyFolder, "wrapping"));
        var key = await File.ReadAllTextAsync(Assert.Single(keys), TestContext.Current.CancellationToken);
        Assert.Contains("EncryptedData", key, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", key, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, HttpStatusCode.NoContent)]
    [InlineData(false, HttpStatusCode.InternalServerError)]
    public async Task After_another_certificate_people_are_read_where_the_one_before_is_named(bool namesEarlier, HttpStatusCode expected)
    {
        await using var ocis = new OcisFactory();
        await using (var live = ocis.WithWebHostBuilder(web => web.UseSetting("environment", "Production").SealingKeys(ocis.KeyFolder)))
        await using (var scope = live.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<OcisSeed>().SowAsync(TestContext.Current.CancellationToken);

        await using var next = ocis.WithWebHostBuilder(web =>
            web.UseSetting("environment", "Production").SealingKeysAnew(ocis.KeyFolder, namesEarlier));
        var mira = next.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false });
        var signedIn = await mira.PostAsJsonAsync("/account/sign-in", new { userName = "mira", password = OcisSeed.Password });
        Assert.Equal(expected, signedIn.StatusCode);
        if (namesEarlier)
            Assert.Contains("Mira Novak", await mira.GetStringAsync("/account", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
