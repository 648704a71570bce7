using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OChat.Data;
using OChat.Support;
using PolicyAsCode.EntityFrameworkCore;

namespace OChat.Tests;

/// <summary>What people ask for is served over HTTP [OCHAT-5.1]: users and customers, signed in or by their address.</summary>
public sealed class RightsTests
{
    public static TheoryData<string> Databases => TestDatabase.All;

    [Theory, MemberData(nameof(Databases))]
    [Trait("Clause", "OCHAT-5.1")]
    public async Task A_customer_asks_to_be_erased_and_is(string provider)
    {
        await using var ochat = new OChatFactory(provider);
        var session = await ochat.CustomerAsync("Komang Sari", "komang@contoh.example");
        await session.PostAsJsonAsync("/orders", new { lines = new[] { new { sku = "GAYO", quantity = 3 } }, deliverTo = "Jl. Sandat 4, Ubud" });
        await session.PostAsJsonAsync("/chat", new { text = "Where is it?" });
        await session.PostAsJsonAsync("/feedback", new { text = "Too many questions." });
        var komang = new RightsDesk(session);

        var asked = await komang.DoAsync("/rights/ask/erasure", new { }, HttpStatusCode.Created);
        var id = asked.GetProperty("id").GetGuid();
        var stranger = new RightsDesk(await ochat.CustomerAsync("Somebody Else", "else@contoh.example"));
        await stranger.SeeAsync($"/rights/requests/{id}", HttpStatusCode.NotFound);
        await komang.DoAsync($"/rights/staff/requests/{id}/execute", new { }, HttpStatusCode.Forbidden);
        await ExecuteAsync(ochat, id);

        Assert.Equal(HttpStatusCode.Unauthorized, (await session.PostAsJsonAsync("/chat", new { text = "Still there?" })).StatusCode);
        Assert.Equal(1, await ochat.InAsync<OChatContext, int>(
            rows => rows.Orders.CountAsync(order => order.CustomerId == null && order.Lines.Any(line => line.Quantity == 3))));
        Assert.Equal(3 + 1, await ochat.InAsync<OChatContext, int>(rows => rows.Customers.CountAsync()));
        foreach (var trace in new[] { "Komang Sari", "komang@contoh.example", "Jl. Sandat 4", "Where is it?", "Too many questions." })
            Assert.DoesNotContain(await ochat.Database.EverythingAsync(), value => value.Contains(trace, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases))]
    [Trait("Clause", "OCHAT-5.1")]
    public async Task A_customer_whose_session_is_over_proves_by_a_code_who_asks_and_gets_a_copy(string provider)
    {
        await using var ochat = new OChatFactory(provider);
        await ochat.CustomerAsync("Komang Sari", "komang@contoh.example");
        var komang = new RightsDesk(ochat.Browser());
        var asked = await komang.DoAsync("/rights/ask/access", new { contact = " Komang@contoh.example " }, HttpStatusCode.Accepted);
        var id = asked.GetProperty("id").GetGuid();
        await ochat.DispatchAsync();
        await komang.SeeAsync($"/rights/requests/{id}/copy", HttpStatusCode.NotFound);
        await komang.DoAsync($"/rights/requests/{id}/verify", new { code = "ABCDE-FGHJK" }, HttpStatusCode.BadRequest);
        await komang.DoAsync($"/rights/requests/{id}/verify", new { code = ochat.Postbox.LastCode });

        var copy = (await komang.SeeAsync($"/rights/requests/{id}/copy")).GetRawText();
        Assert.Contains("Komang Sari", copy);
        Assert.DoesNotContain("Siti", copy);
        Assert.DoesNotContain("Ratna", copy);
    }

    [Theory]
    [Trait("Clause", "OCHAT-5.1"), Trait("Clause", "OCHAT-2.4")]
    [InlineData("objection")]
    [InlineData("restriction")]
    public async Task Who_objects_to_analysis_is_neither_counted_nor_shared(string right)
    {
        await using var ochat = new OChatFactory(TestDatabase.Sqlite);
        var desk = await ochat.OperatorAsync();
        var ratna = await ochat.MerchantAsync();
        Assert.Equal(HttpStatusCode.OK, (await ratna.GetAsync("/pages/kopi-lereng")).StatusCode);
        Assert.NotEqual(0, await OpenedAsync(desk));

        var asked = await new RightsDesk(ratna).DoAsync($"/rights/ask/{right}", new { purpose = "analysis" }, HttpStatusCode.Created);
        await ExecuteAsync(ochat, asked.GetProperty("id").GetGuid());

        Assert.Equal(0, await OpenedAsync(desk));
        var shared = await (await desk.PostAsync("/usage/share", null)).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(await ochat.InAsync<OChatContext, int>(async rows =>
        {
            var since = DateTimeOffset.UtcNow.AddDays(-30);
            return (await rows.Visits.Where(visit => visit.UserId != null && visit.UserId != OChatSeed.Ratna).ToListAsync()).Count(visit => visit.At >= since);
        }), shared.GetProperty("shared").GetInt32());
        Assert.True(await ochat.InAsync<OChatContext, bool>(rows => rows.Visits.AnyAsync(visit => visit.UserId == OChatSeed.Ratna)));
    }

    [Theory]
    [Trait("Clause", "OCHAT-5.1"), Trait("Clause", "OCHAT-2.6"), Trait("Clause", "OCHAT-2.1")]
    [InlineData("objection")]
    [InlineData("restriction")]
    public async Task Who_objects_to_research_and_improvement_is_left_out_of_both(string right)
    {
        await using var ochat = new OChatFactory(TestDatabase.Sqlite);
        var desk = await ochat.OperatorAsync();
        var session = await ochat.CustomerAsync("Komang Sari", "komang@contoh.example");
        await session.PostAsJsonAsync("/chat", new { text = "Is there tamarind syrup?" });
        var before = await LengthAsync(desk);
        await session.PostAsJsonAsync("/feedback", new { text = new string('x', 4_000) });
        Assert.Contains("tamarind", await desk.GetStringAsync("/research/questions"), StringComparison.Ordinal);
        Assert.True(await LengthAsync(desk) > before + 100);

        foreach (var purpose in new[] { "research", "service-improvement" })
        {
            var asked = await new RightsDesk(session).DoAsync($"/rights/ask/{right}", new { purpose }, HttpStatusCode.Created);
            await ExecuteAsync(ochat, asked.GetProperty("id").GetGuid());
        }

        Assert.DoesNotContain("tamarind", await desk.GetStringAsync("/research/questions"), StringComparison.Ordinal);
        Assert.Equal(before, await LengthAsync(desk));
    }

    [Fact, Trait("Clause", "OCHAT-5.1")]
    public async Task A_user_has_a_name_put_right_and_takes_consent_back_by_the_page()
    {
        await using var ochat = new OChatFactory(TestDatabase.Sqlite);
        var session = await ochat.MerchantAsync();
        var ratna = new RightsDesk(session);
        var asked = await ratna.DoAsync("/rights/ask/rectification", new { field = "User.Name", value = "Ratna Dewi Lestari" }, HttpStatusCode.Created);
        await ExecuteAsync(ochat, asked.GetProperty("id").GetGuid());
        Assert.Equal("Ratna Dewi Lestari", (await session.GetFromJsonAsync<JsonElement>("/account")).GetProperty("name").GetString());

        await ratna.DoAsync("/rights/ask/consent-withdrawal", new { purpose = "promotion" }, HttpStatusCode.Created);
        Assert.False(await ochat.InAsync<IConsents, bool>(consents => consents.IsGivenAsync("user", OChatSeed.Ratna.ToString(), "promotion")));
    }

    [Theory, Trait("Clause", "OCHAT-2.7")]
    [InlineData("objection")]
    [InlineData("restriction")]
    public async Task Who_objects_to_offers_gets_none(string right)
    {
        await using var ochat = new OChatFactory(TestDatabase.Sqlite);
        var desk = await ochat.OperatorAsync();
        var asked = await new RightsDesk(await ochat.MerchantAsync()).DoAsync($"/rights/ask/{right}", new { purpose = "promotion" }, HttpStatusCode.Created);
        await ExecuteAsync(ochat, asked.GetProperty("id").GetGuid());
        var offered = await desk.PostAsJsonAsync("/offers", new { title = "Beans", text = "A tenth off." });
        Assert.Equal(0, (await offered.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("sent").GetInt32());
    }

    [Fact]
    public async Task A_session_ends_with_its_account()
    {
        await using var ochat = new OChatFactory(TestDatabase.Sqlite);
        var ratna = await ochat.MerchantAsync();
        Assert.Equal(HttpStatusCode.OK, (await ratna.PostAsync("/account/close", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ratna.GetAsync("/account")).StatusCode);
    }

    private static async Task ExecuteAsync(OChatFactory ochat, Guid id) =>
        await new RightsDesk(await ochat.OperatorAsync()).DoAsync($"/rights/staff/requests/{id}/execute", new { });

    private static async Task<int> OpenedAsync(HttpClient desk) =>
        (await desk.GetFromJsonAsync<JsonElement>("/usage")).EnumerateArray()
            .Where(count => count.GetProperty("activity").GetString() == "opened-page").Sum(count => count.GetProperty("times").GetInt32());

    private static async Task<double> LengthAsync(HttpClient desk) =>
        (await desk.GetFromJsonAsync<JsonElement>("/research/feedback")).GetProperty("averageLength").GetDouble();
}
