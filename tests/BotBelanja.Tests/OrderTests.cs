using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using BotBelanja.Data;
using BotBelanja.Security;
using Microsoft.EntityFrameworkCore;

namespace BotBelanja.Tests;

/// <summary>Orders over HTTP, from the order page to the figures, on every database.</summary>
public sealed class OrderTests
{
    public static TheoryData<string> Databases => TestDatabase.All;

    [Theory, MemberData(nameof(Databases))]
    [Trait("Clause", "BOT-1.b"), Trait("Clause", "BOT-2.a")]
    public async Task An_order_is_placed_and_leaves_the_shelf(string provider)
    {
        await using var shop = new OrderingFactory(provider);
        var page = shop.Program(KeyScope.Orders);
        var room = shop.Program(KeyScope.Fulfilment);

        var placed = await page.PostAsync("/orders", OrderingFactory.Order(Guid.NewGuid(), ("KL-GAYO-250", 2), ("KL-KETTLE", 1)));
        Assert.Equal(HttpStatusCode.Created, placed.StatusCode);
        var order = await placed.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(490_000, order.GetProperty("totalRupiah").GetInt64());
        var number = order.GetProperty("number").GetString()!;
        Assert.Equal((25, 1), await ShelfAsync(room, "KL-KETTLE"));

        foreach (var step in new[] { OrderStatus.Picked, OrderStatus.Packed, OrderStatus.HandedOver })
            Assert.Equal(HttpStatusCode.NoContent, (await room.PostAsync($"/fulfilment/{number}/{step}", null)).StatusCode);
        Assert.Equal((24, 0), await ShelfAsync(room, "KL-KETTLE"));
        Assert.Equal("HandedOver", (await page.GetFromJsonAsync<JsonElement>($"/orders/{number}")).GetProperty("status").GetString());
        Assert.Equal("[]", await page.GetStringAsync("/orders"));

        var stored = await shop.InAsync<OrdersContext, Order>(orders => orders.Orders.Include(one => one.Steps).SingleAsync(one => one.Number == number));
        Assert.Equal(
            [OrderStatus.Placed, OrderStatus.Picked, OrderStatus.Packed, OrderStatus.HandedOver],
            stored.Steps.OrderBy(step => step.At).Select(step => step.Reached));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_is_not_there_is_not_promised(string provider)
    {
        await using var shop = new OrderingFactory(provider);
        var page = shop.Program(KeyScope.Orders);
        var room = shop.Program(KeyScope.Fulfilment);

        var refused = await page.PostAsync("/orders", OrderingFactory.Order(Guid.NewGuid(), ("KL-TORAJA-250", 1), ("KL-LUWAK-100", 4)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("There are not 4 of KL-LUWAK-100", await refused.Content.ReadAsStringAsync());
        Assert.Equal((80, 0), await ShelfAsync(room, "KL-TORAJA-250"));
        Assert.Equal(HttpStatusCode.NoContent, (await room.PostAsJsonAsync("/stock/KL-LUWAK-100", new { quantity = 5 })).StatusCode);
        var accepted = await page.PostAsync("/orders", OrderingFactory.Order(Guid.NewGuid(), ("KL-LUWAK-100", 4)));
        Assert.Equal(HttpStatusCode.Created, accepted.StatusCode);
        Assert.EndsWith("000041", accepted.Headers.Location!.ToString());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Of_many_who_want_the_last_ones_as_many_get_them_as_there_are(string provider)
    {
        await using var shop = new OrderingFactory(provider);
        var page = shop.Program(KeyScope.Orders);
        var room = shop.Program(KeyScope.Fulfilment);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => page.PostAsync("/orders", OrderingFactory.Order(Guid.NewGuid(), ("KL-LUWAK-100", 1)))));

        Assert.Equal(3, answers.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity));
        Assert.Equal((3, 3), await ShelfAsync(room, "KL-LUWAK-100"));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_same_request_sent_several_times_is_one_order(string provider)
    {
        await using var shop = new OrderingFactory(provider);
        var page = shop.Program(KeyScope.Orders);
        var key = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(_ => page.PostAsync("/orders", OrderingFactory.Order(key, ("KL-GAYO-250", 1)))));

        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        Assert.Equal(3, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.Equal(1, (await page.GetFromJsonAsync<JsonElement>("/orders")).GetArrayLength());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_cancelled_order_gives_back_what_it_was_promised_and_goes_no_further(string provider)
    {
        await using var shop = new OrderingFactory(provider);
        var room = shop.Program(KeyScope.Fulfilment);
        await shop.Program(KeyScope.Orders).PostAsync("/orders", OrderingFactory.Order(Guid.NewGuid(), ("KL-LUWAK-100", 3)));

        Assert.Equal(HttpStatusCode.NoContent, (await room.PostAsync("/fulfilment/KL-000041/Cancelled", null)).StatusCode);

        Assert.Equal((3, 0), await ShelfAsync(room, "KL-LUWAK-100"));
        Assert.Equal(HttpStatusCode.Conflict, (await room.PostAsync("/fulfilment/KL-000041/Picked", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await room.PostAsync("/fulfilment/KL-999999/Picked", null)).StatusCode);
    }

    [Theory, MemberData(nameof(Databases))]
    [Trait("Clause", "BOT-2.b")]
    public async Task The_figures_say_how_long_orders_take(string provider)
    {
        await using var shop = new OrderingFactory(provider);
        var figures = await shop.Program(KeyScope.Analysis).GetFromJsonAsync<JsonElement>("/analysis?days=60");

        Assert.Equal(40, figures.GetProperty("orders").GetInt32());
        Assert.Equal(4, figures.GetProperty("cancelled").GetInt32());
        foreach (var step in figures.GetProperty("steps").EnumerateArray())
            Assert.InRange(step.GetProperty("medianMinutes").GetDouble(), 5, step.GetProperty("slowestMinutes").GetDouble());
        Assert.Equal(4, figures.GetProperty("demand").GetArrayLength());
    }

    [Theory, MemberData(nameof(Databases))]
    [Trait("Clause", "BOT-1.a")]
    public async Task Nobody_is_stored_or_logged_even_when_somebody_is_sent_along(string provider)
    {
        await using var shop = new OrderingFactory(provider);
        var page = shop.Program(KeyScope.Orders);
        page.DefaultRequestHeaders.Add("User-Agent", "browser-of-budi");
        page.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.77");

        var placed = await page.PostAsJsonAsync("/orders", new
        {
            requestKey = Guid.NewGuid(),
            lines = new[] { new { sku = "KL-GAYO-250", quantity = 1 } },
            customerName = "Budi Santoso",
            email = "budi@contoh.example",
        });

        Assert.Equal(HttpStatusCode.Created, placed.StatusCode);
        var everything = await shop.Database.EverythingAsync();
        Assert.Contains("KL-000041", everything);
        foreach (var trace in new[] { "Budi", "budi", "203.0.113.77" })
        {
            Assert.DoesNotContain(everything, value => value.Contains(trace, StringComparison.Ordinal));
            Assert.DoesNotContain(shop.Log.Lines, line => line.Contains(trace, StringComparison.Ordinal));
        }
    }

    private static async Task<(int OnHand, int Reserved)> ShelfAsync(HttpClient room, string sku)
    {
        var shelf = (await room.GetFromJsonAsync<JsonElement>("/stock")).EnumerateArray().Single(view => view.GetProperty("sku").GetString() == sku);
        return (shelf.GetProperty("onHand").GetInt32(), shelf.GetProperty("reserved").GetInt32());
    }
}
