using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OChat.Data;
using OChat.Support;
using PolicyAsCode.EntityFrameworkCore;

namespace OChat.Tests;

/// <summary>What has outlived its time goes, and who asks to be erased is.</summary>
public sealed class RetentionTests
{
    public static TheoryData<string> Databases => TestDatabase.All;

    [Theory, MemberData(nameof(Databases))]
    public async Task The_sweep_takes_what_is_over_and_leaves_the_rest(string provider)
    {
        await using var ochat = new OChatFactory(provider);
        var desk = await ochat.OperatorAsync();

        var planned = await SweptAsync(desk, dryRun: true);
        var swept = await SweptAsync(desk, dryRun: false);

        Assert.Equal(planned, swept);
        Assert.True(swept > 10);
        Assert.Equal(0, await SweptAsync(desk, dryRun: false));
        var now = DateTimeOffset.UtcNow;
        await using var scope = ochat.Services.CreateAsyncScope();
        var rows = scope.ServiceProvider.GetRequiredService<OChatContext>();
        Assert.Equal(2, await rows.ChatTurns.CountAsync());
        Assert.All(await rows.Visits.Where(visit => visit.At < now.AddDays(-91)).ToListAsync(), visit => Assert.Null(visit.IpAddress));
        Assert.All(await rows.Visits.Where(visit => visit.At < now.AddDays(-367)).ToListAsync(), visit => Assert.Null(visit.UserId));
        Assert.False(await rows.Users.AnyAsync(user => user.UserName == "bagus"));
        var lestari = await rows.Users.SingleAsync(user => user.UserName == "lestari");
        Assert.Null(lestari.PasswordHash);
        Assert.Equal("Lestari Ayu", lestari.Name);
        Assert.Equal(4, await rows.Orders.CountAsync());
        Assert.Equal(1, await rows.Deliveries.CountAsync());
    }

    [Theory, MemberData(nameof(Databases))]
    [Trait("Clause", "OCHAT-5.1")]
    public async Task A_customer_asks_to_be_erased_proves_who_asks_and_is(string provider)
    {
        await using var ochat = new OChatFactory(provider);
        var komang = await ochat.CustomerAsync("Komang Sari", "komang@contoh.example");
        await komang.PostAsJsonAsync("/orders", new { lines = new[] { new { sku = "GAYO", quantity = 3 } }, deliverTo = "Jl. Sandat 4, Ubud" });
        await komang.PostAsJsonAsync("/chat", new { text = "Where is it?" });
        await komang.PostAsJsonAsync("/feedback", new { text = "Too many questions." });

        var asked = await komang.PostAsync("/privacy/erasure", null);
        var id = (await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        var stranger = await ochat.CustomerAsync("Somebody Else", "else@contoh.example");
        await ochat.InAsync<IPrivacyOutbox, int>(outbox => outbox.DispatchAsync());
        var code = ochat.Services.GetRequiredService<LocalPostbox>().LastCode;
        Assert.Equal(HttpStatusCode.BadRequest, (await stranger.PostAsJsonAsync($"/privacy/erasure/{id}/verify", new { code })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await komang.PostAsJsonAsync($"/privacy/erasure/{id}/verify", new { code })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await komang.PostAsync($"/privacy/erasure/{id}/execute", null)).StatusCode);
        var done = await (await ochat.OperatorAsync()).PostAsync($"/privacy/erasure/{id}/execute", null);

        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        await using var scope = ochat.Services.CreateAsyncScope();
        var rows = scope.ServiceProvider.GetRequiredService<OChatContext>();
        Assert.Equal(1, await rows.Orders.CountAsync(order => order.CustomerId == null && order.Lines.Any(line => line.Quantity == 3)));
        Assert.Equal(3 + 1, await rows.Customers.CountAsync());
        Assert.DoesNotContain(
            (await rows.Feedback.Select(feedback => feedback.Text).ToListAsync()), text => text == "Too many questions.");
    }

    private static async Task<int> SweptAsync(HttpClient desk, bool dryRun)
    {
        var answer = await desk.PostAsync($"/privacy/sweep?dryRun={dryRun}", null);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray().Sum(entry => entry.GetProperty("rows").GetInt32());
    }
}
