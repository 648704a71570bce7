using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OChat.Data;
using PolicyAsCode.EntityFrameworkCore;

namespace OChat.Tests;

/// <summary>What has outlived its time goes.</summary>
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

    private static async Task<int> SweptAsync(HttpClient desk, bool dryRun)
    {
        var answer = await desk.PostAsync($"/privacy/sweep?dryRun={dryRun}", null);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray().Sum(entry => entry.GetProperty("rows").GetInt32());
    }
}
