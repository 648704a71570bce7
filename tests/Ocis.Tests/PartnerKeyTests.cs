using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ocis.Data;

namespace Ocis.Tests;

/// <summary>Each organiser has a key of its own, and tells of those who come to its own events [OCIS-1.5, OCIS-4.2].</summary>
[Trait("Clause", "OCIS-1.5"), Trait("Clause", "OCIS-4.2")]
public sealed class PartnerKeyTests
{
    [Fact]
    public async Task A_key_opens_the_door_of_its_organiser_alone_and_a_new_one_ends_the_old()
    {
        await using var ocis = new OcisFactory();
        var number = await BuyAsync(ocis);
        var own = await KeyAsync(ocis, 1);
        var others = await KeyAsync(ocis, 2);
        Assert.Equal(HttpStatusCode.NotFound, await ReportAsync(ocis, others, number));
        Assert.Equal(HttpStatusCode.NoContent, await ReportAsync(ocis, own, number));
        foreach (var wrong in (string[])["", "1", "1.", "1.guess", "9.guess", "2" + own[1..], own + "x", "a key for tests"])
            Assert.Equal(HttpStatusCode.Unauthorized, await ReportAsync(ocis, wrong, number));

        var renewed = await KeyAsync(ocis, 1);
        Assert.Equal(HttpStatusCode.Unauthorized, await ReportAsync(ocis, own, number));
        Assert.Equal(HttpStatusCode.NoContent, await ReportAsync(ocis, renewed, number));
        // What lies in the database opens nothing.
        Assert.DoesNotContain(await ocis.Database.EverythingAsync(), value => value.Contains(renewed[2..], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keys_are_given_out_by_the_officer_alone()
    {
        await using var ocis = new OcisFactory();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await ocis.MiraAsync()).PostAsync("/organisers/1/key", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await ocis.OfficerAsync()).PostAsync("/organisers/9/key", null)).StatusCode);
    }

    private static async Task<string> BuyAsync(OcisFactory ocis)
    {
        var bought = await (await ocis.MiraAsync()).PostAsJsonAsync("/events/1/tickets", new { seats = 1, method = "card", paymentToken = "tok_1" });
        return (await bought.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetString()!;
    }

    private static async Task<string> KeyAsync(OcisFactory ocis, int organiser)
    {
        var given = await (await ocis.OfficerAsync()).PostAsync($"/organisers/{organiser}/key", null);
        Assert.Equal(HttpStatusCode.OK, given.StatusCode);
        return (await given.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!;
    }

    private static async Task<HttpStatusCode> ReportAsync(OcisFactory ocis, string key, string number)
    {
        var door = ocis.Browser();
        door.DefaultRequestHeaders.TryAddWithoutValidation("X-Partner-Key", key);
        return (await door.PostAsJsonAsync("/partners/participations", new { number, what = "entered" })).StatusCode;
    }
}
