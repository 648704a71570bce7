using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OChat.Data;
using OChat.Ordering;

namespace OChat.Tests;

/// <summary>What a shop does with orders, and what becomes of the address.</summary>
public sealed class OrderTests
{
    [Fact, Trait("Clause", "OCHAT-1.4")]
    public async Task A_shop_says_once_that_its_own_order_arrived()
    {
        await using var ochat = new OChatFactory(TestDatabase.Sqlite);
        var (customer, number) = await OrderAsync(ochat);
        var ratna = await ochat.MerchantAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.PostAsync($"/shop/orders/{number}/delivered", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await ochat.OperatorAsync()).PostAsync($"/shop/orders/{number}/delivered", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ratna.PostAsync("/shop/orders/OC-000000-0000/delivered", null)).StatusCode);

        Assert.Equal(HttpStatusCode.NoContent, (await ratna.PostAsync($"/shop/orders/{number}/delivered", null)).StatusCode);
        var arrived = await DeliveredAtAsync(ochat, number);
        Assert.NotNull(arrived);
        // Said again it would move the day from which ninety days run.
        Assert.Equal(HttpStatusCode.NotFound, (await ratna.PostAsync($"/shop/orders/{number}/delivered", null)).StatusCode);
        Assert.Equal(arrived, await DeliveredAtAsync(ochat, number));
    }

    [Fact, Trait("Clause", "OCHAT-1.4")]
    public async Task An_order_that_is_cancelled_leaves_no_address_behind_and_does_not_arrive()
    {
        await using var ochat = new OChatFactory(TestDatabase.Sqlite);
        var (customer, number) = await OrderAsync(ochat);
        var before = await ochat.InAsync<OChatContext, int>(rows => rows.Deliveries.CountAsync());
        var whose = await ochat.InAsync<OChatContext, Guid>(async rows => (await rows.Orders.SingleAsync(order => order.Number == number)).CustomerId!.Value);

        Assert.False(await ochat.InAsync<OrderDesk, bool>(desk => desk.CancelAsync(Guid.NewGuid(), number, CancellationToken.None)));
        Assert.True(await ochat.InAsync<OrderDesk, bool>(desk => desk.CancelAsync(whose, number, CancellationToken.None)));
        Assert.False(await ochat.InAsync<OrderDesk, bool>(desk => desk.CancelAsync(whose, number, CancellationToken.None)));

        Assert.Equal(before - 1, await ochat.InAsync<OChatContext, int>(rows => rows.Deliveries.CountAsync()));
        Assert.Contains("Cancelled", await customer.GetStringAsync("/orders"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await ochat.MerchantAsync()).PostAsync($"/shop/orders/{number}/delivered", null)).StatusCode);
    }

    private static async Task<(HttpClient Customer, string Number)> OrderAsync(OChatFactory ochat)
    {
        var komang = await ochat.CustomerAsync("Komang Sari", "komang@contoh.example");
        var placed = await komang.PostAsJsonAsync("/orders", new { lines = new[] { new { sku = "GAYO", quantity = 1 } }, deliverTo = "Jl. Sandat 4, Ubud" });
        return (komang, (await placed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetString()!);
    }

    private static Task<DateTimeOffset?> DeliveredAtAsync(OChatFactory ochat, string number) => ochat.InAsync<OChatContext, DateTimeOffset?>(
        async rows => (await rows.Deliveries.SingleAsync(delivery => delivery.Order!.Number == number)).DeliveredAt);
}
