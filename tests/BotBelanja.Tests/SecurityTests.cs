using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using BotBelanja.Data;
using BotBelanja.Security;

namespace BotBelanja.Tests;

/// <summary>Who may ask what, and how: over TLS, with a key, for one's own shop.</summary>
public sealed class SecurityTests : IAsyncDisposable
{
    private readonly OrderingFactory _shop = new(TestDatabase.Sqlite);

    [Theory, Trait("Clause", "BOT-3.1")]
    [InlineData("/orders")]
    [InlineData("/orders/KL-000001")]
    [InlineData("/stock")]
    [InlineData("/analysis")]
    public async Task A_stranger_is_told_nothing(string path)
    {
        var answer = await _shop.Stranger().GetAsync(path);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    [Theory, Trait("Clause", "BOT-3.1")]
    [InlineData("/stock", KeyScope.Orders)]
    [InlineData("/analysis", KeyScope.Fulfilment)]
    [InlineData("/orders", KeyScope.Analysis)]
    public async Task A_key_opens_what_it_is_for(string path, KeyScope scope) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await _shop.Program(scope).GetAsync(path)).StatusCode);

    [Fact, Trait("Clause", "BOT-3.1")]
    public async Task A_shop_does_not_see_another_ones_orders()
    {
        Assert.Equal(HttpStatusCode.OK, (await _shop.Program(KeyScope.Orders, "KL").GetAsync("/orders/KL-000001")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _shop.Program(KeyScope.Orders, "TB").GetAsync("/orders/KL-000001")).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound, (await _shop.Program(KeyScope.Fulfilment, "TB").PostAsync("/fulfilment/KL-000001/Picked", null)).StatusCode);
    }

    [Fact, Trait("Clause", "BOT-4.2")]
    public async Task What_is_asked_in_the_clear_is_not_answered()
    {
        var answer = await _shop.Program(KeyScope.Orders, scheme: "http").GetAsync("/orders/KL-000001");
        Assert.Equal(HttpStatusCode.UpgradeRequired, answer.StatusCode);
        Assert.DoesNotContain("KL-000001", await answer.Content.ReadAsStringAsync());
    }

    [Fact, Trait("Clause", "BOT-4.2")]
    public async Task A_key_is_stored_as_a_digest_and_works_until_it_is_revoked()
    {
        var key = await _shop.InAsync<OrderPageKeys, string>(keys => keys.IssueAsync(1, KeyScope.Analysis, CancellationToken.None));
        var page = _shop.Stranger();
        page.DefaultRequestHeaders.Add(OrderPageAuthentication.Header, key);
        Assert.Equal(HttpStatusCode.OK, (await page.GetAsync("/analysis")).StatusCode);
        Assert.DoesNotContain(await _shop.Database.EverythingAsync(), value => value.Contains(key, StringComparison.Ordinal));
        Assert.DoesNotContain(_shop.Log.Lines, line => line.Contains(key, StringComparison.Ordinal));

        await _shop.InAsync<OrderPageKeys, int>(keys => keys.RevokeAsync(1, KeyScope.Analysis, CancellationToken.None));
        Assert.Equal(HttpStatusCode.Unauthorized, (await page.GetAsync("/analysis")).StatusCode);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"requestKey":"4a3c2f6e-0c4f-4d0e-9d9f-6f0a1f9b7c11","lines":[]}""")]
    [InlineData("""{"requestKey":"4a3c2f6e-0c4f-4d0e-9d9f-6f0a1f9b7c11","lines":[{"sku":"KL-GAYO-250","quantity":0}]}""")]
    [InlineData("""{"requestKey":"4a3c2f6e-0c4f-4d0e-9d9f-6f0a1f9b7c11","lines":[{"sku":"TB-BREW","quantity":1}]}""")]
    [InlineData("""{"requestKey":"4a3c2f6e-0c4f-4d0e-9d9f-6f0a1f9b7c11","lines":[{"sku":"KL-GAYO-250","quantity":1},{"sku":"KL-GAYO-250","quantity":1}]}""")]
    public async Task An_order_that_makes_no_sense_is_refused(string order)
    {
        var answer = await _shop.Program(KeyScope.Orders).PostAsync("/orders", new StringContent(order, null, "application/json"));
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity });
        Assert.Equal(0, (await _shop.Program(KeyScope.Orders).GetFromJsonAsync<JsonElement>("/orders")).GetArrayLength());
    }

    public ValueTask DisposeAsync() => _shop.DisposeAsync();
}
