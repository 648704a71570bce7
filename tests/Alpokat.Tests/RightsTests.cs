using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alpokat.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyAsCode.EntityFrameworkCore;

namespace Alpokat.Tests;

/// <summary>What people ask for is served over HTTP, in Indonesian; what has outlived its time goes.</summary>
public sealed class RightsTests
{
    public static TheoryData<string> Databases => TestDatabase.All;

    [Theory, MemberData(nameof(Databases))]
    public async Task The_sweep_takes_what_is_over_and_leaves_the_rest(string provider)
    {
        await using var alpokat = new AlpokatFactory(provider);
        var desk = await alpokat.DeskAsync("privasi");

        var planned = await SweptAsync(desk, dryRun: true);
        var swept = await SweptAsync(desk, dryRun: false);

        Assert.Equal(planned, swept);
        Assert.True(swept > 10);
        Assert.Equal(0, await SweptAsync(desk, dryRun: false));
        var now = DateTimeOffset.UtcNow;
        await using var scope = alpokat.Services.CreateAsyncScope();
        var rows = scope.ServiceProvider.GetRequiredService<AlpokatContext>();
        Assert.Null(Assert.Single(await rows.IdentityDocuments.ToListAsync()).VerifiedAt);
        Assert.Equal(2, await rows.Visits.CountAsync());
        Assert.All(await rows.Visits.Where(visit => visit.At < now.AddDays(-91)).ToListAsync(), visit =>
        {
            Assert.Null(visit.IpAddress);
            Assert.Null(visit.DeviceId);
            Assert.NotNull(visit.Activity);
        });
        Assert.Equal(1, await rows.Messages.CountAsync());
        Assert.Equal(1, await rows.FraudSignals.CountAsync());
        Assert.False(await rows.Merchants.AnyAsync(merchant => merchant.UserName == "tono"));
        var lina = await rows.Merchants.SingleAsync(merchant => merchant.UserName == "lina");
        Assert.Null(lina.PasswordHash);
        Assert.Equal("Lina Kartika", lina.Name);

        // Towns stay for the statistics, and are nobody's after a month; payments after ten years.
        Assert.Equal(11, await rows.PaymentPlaces.CountAsync());
        Assert.False(await rows.PaymentPlaces.AnyAsync(place => place.At < now.AddDays(-31) && place.CustomerId != null));
        Assert.Equal(11, await rows.Payments.CountAsync());
        Assert.Null((await rows.Payments.OrderBy(payment => payment.PaidAt).FirstAsync()).CustomerId);
        Assert.Null((await rows.Customers.SingleAsync(customer => customer.Id == new Guid("00000000-0000-4000-8020-000000000002"))).Email);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_customer_without_an_account_proves_by_a_code_who_asks_and_gets_a_copy(string provider)
    {
        await using var alpokat = new AlpokatFactory(provider);
        var budi = new RightsDesk(alpokat.Browser());
        var asked = await budi.DoAsync("/hak/ask/access", new { contact = "budi@contoh.example" }, HttpStatusCode.Accepted);
        var id = asked.GetProperty("id").GetGuid();
        await alpokat.DispatchAsync();
        Assert.Equal("budi@contoh.example", Assert.Single(alpokat.Mail.Sent).To);
        await budi.DoAsync($"/hak/requests/{id}/verify", new { code = "ABCDE-FGHJK" }, HttpStatusCode.BadRequest);
        await budi.DoAsync($"/hak/requests/{id}/verify", new { code = alpokat.Mail.Code });

        var copy = (await budi.SeeAsync($"/hak/requests/{id}/copy")).GetRawText();
        Assert.Contains("Budi Santoso", copy);
        Assert.Contains("TT-00000001", copy);
        Assert.DoesNotContain("ayu@contoh.example", copy);
        Assert.DoesNotContain("sri@kopi-sri.example", copy);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_merchant_is_erased_and_told_so_and_the_vouchers_stay_nobodys(string provider)
    {
        await using var alpokat = new AlpokatFactory(provider);
        var session = await alpokat.SriAsync();
        var sri = new RightsDesk(session);
        var page = await sri.PageAsync("/hak/ask/erasure?lang=id");
        Assert.Contains("tidak dapat dikembalikan", page);
        var asked = await sri.DoAsync("/hak/ask/erasure", new { words = "Toko saya tutup." }, HttpStatusCode.Created);
        var id = asked.GetProperty("id").GetGuid();
        await sri.DoAsync($"/hak/staff/requests/{id}/execute", new { }, HttpStatusCode.Forbidden);
        await new RightsDesk(await alpokat.DeskAsync("privasi")).DoAsync($"/hak/staff/requests/{id}/execute", new { });

        Assert.Equal(HttpStatusCode.Unauthorized, (await session.GetAsync("/account")).StatusCode);
        foreach (var trace in new[] { "Sri Wahyuni", "sri@kopi-sri.example", "Jl. Braga 12", "ALP-00000001", "198.51.100.7", "Kopi Sri, sejak" })
            Assert.DoesNotContain(await alpokat.Database.EverythingAsync(), value => value.Contains(trace, StringComparison.Ordinal));
        var rows = await alpokat.InAsync<AlpokatContext, (int Payments, int Of, int Customers)>(async known => (
            await known.Payments.CountAsync(), await known.Payments.CountAsync(payment => payment.MerchantId != null),
            await known.Customers.CountAsync(customer => customer.Email != null)));
        Assert.Equal((11, 0, 8), rows);
        await alpokat.DispatchAsync();
        Assert.Contains(alpokat.Mail.Sent, mail => mail.To == "sri@kopi-sri.example");
    }

    [Fact]
    public async Task A_merchant_has_an_address_put_right_and_takes_consent_back_by_the_page()
    {
        await using var alpokat = new AlpokatFactory(TestDatabase.Sqlite);
        var session = await alpokat.SriAsync();
        var sri = new RightsDesk(session);
        var asked = await sri.DoAsync(
            "/hak/ask/rectification", new { field = "Merchant.OfficeAddress", value = "Jl. Asia Afrika 8, Bandung" }, HttpStatusCode.Created);
        Assert.Equal((await RequestAsync(alpokat, asked)).ReceivedAt.AddHours(72), (await RequestAsync(alpokat, asked)).DueAt);
        await new RightsDesk(await alpokat.DeskAsync("privasi")).DoAsync($"/hak/staff/requests/{asked.GetProperty("id").GetGuid()}/execute", new { });
        Assert.Equal("Jl. Asia Afrika 8, Bandung", (await session.GetFromJsonAsync<JsonElement>("/account")).GetProperty("officeAddress").GetString());

        await sri.DoAsync("/hak/ask/consent-withdrawal", new { purpose = "promotion" }, HttpStatusCode.Created);
        Assert.False(await alpokat.InAsync<IConsents, bool>(consents => consents.IsGivenAsync("merchant", AlpokatSeed.Sri.ToString(), "promotion")));
    }

    [Theory]
    [InlineData("restriction", null, 0)]
    [InlineData("restriction", "service-improvement", 1)]
    [InlineData("objection", "service-improvement", 1)]
    public async Task What_is_restricted_or_objected_to_is_used_no_more_and_is_kept(string right, string? purpose, int reached)
    {
        await using var alpokat = new AlpokatFactory(TestDatabase.Sqlite);
        var session = await alpokat.SriAsync();
        var support = await alpokat.DeskAsync("dukungan");
        Assert.NotEqual(0, await SystemsAsync(support));
        Assert.Equal(1, await AnnouncedAsync(alpokat));
        var asked = await new RightsDesk(session).DoAsync($"/hak/ask/{right}", new { purpose }, HttpStatusCode.Created);
        await new RightsDesk(await alpokat.DeskAsync("privasi")).DoAsync($"/hak/staff/requests/{asked.GetProperty("id").GetGuid()}/execute", new { });
        await alpokat.DispatchAsync();

        Assert.Equal(0, await SystemsAsync(support));
        Assert.Equal(reached, await AnnouncedAsync(alpokat));
        Assert.Contains(alpokat.Mail.Sent, mail => mail.To == "sri@kopi-sri.example");
        Assert.Equal("Sri Wahyuni", (await session.GetFromJsonAsync<JsonElement>("/account")).GetProperty("name").GetString());
        Assert.True(await alpokat.InAsync<AlpokatContext, bool>(rows => rows.Visits.AnyAsync(visit => visit.MerchantId == AlpokatSeed.Sri)));
    }

    private static async Task<int> SystemsAsync(HttpClient support) =>
        (await support.GetFromJsonAsync<JsonElement>("/systems")).EnumerateArray().Sum(system => system.GetProperty("visits").GetInt32());

    private static async Task<int> AnnouncedAsync(AlpokatFactory alpokat)
    {
        var answer = await (await alpokat.DeskAsync("pemasaran")).PostAsJsonAsync("/announcements", new { partnerId = 1, title = "Gula aren", text = "Potongan 10%" });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reached").GetInt32();
    }

    private static async Task<PrivacyRequest> RequestAsync(AlpokatFactory alpokat, JsonElement asked) =>
        (await alpokat.Services.GetRequiredService<IPrivacyRequests>().FindAsync(asked.GetProperty("id").GetGuid()))!;

    private static async Task<int> SweptAsync(HttpClient desk, bool dryRun)
    {
        var answer = await desk.PostAsync($"/privacy/sweep?dryRun={dryRun}", null);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray().Sum(entry => entry.GetProperty("rows").GetInt32());
    }
}
