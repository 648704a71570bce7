using System.Net;
using System.Net.Http.Json;
using System.Text;
using JovaPos.Data;
using Microsoft.Extensions.DependencyInjection;
using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos.Tests;

/// <summary>What the notice promises of deletion and of the other rights, clause by clause, through HTTP and over the real holidays.</summary>
public sealed class RightsOverHttpTests
{
    private const string Name = "Siti Rahmawati", Email = "siti@contoh.example";

    [Fact]
    [Trait("Clause", "JOVA-3.1")]
    [Trait("Clause", "JOVA-3.2")]
    public async Task Deletion_is_asked_for_by_phone_with_name_email_and_reason_and_proved_by_a_code_to_the_registered_address()
    {
        await using var shop = new ShopFactory();
        var officer = await shop.OfficerAsync();
        var wrong = await officer.PostAsJsonAsync("/privacy/requests", new { Name = "Somebody Else", Email });
        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
        var asked = await officer.PostAsJsonAsync("/privacy/requests", new { Name, Email, Reason = "Saya pindah.", Channel = "phone" });
        var id = (await asked.Content.ReadFromJsonAsync<IdAnswer>())!.Id;
        var request = await RequestAsync(shop, id);
        Assert.Equal((PrivacyRight.Erasure, "phone", PrivacyRequestState.Received), (request.Right, request.Channel, request.State));
        Assert.Equal("Saya pindah.", (await shop.SnapshotAsync())["DeletionEvidence"][id.ToString().ToUpperInvariant()]["Reason"]);

        await DispatchAsync(shop);
        Assert.Equal(Email, Assert.Single(shop.Mail.Sent).To);
        var siti = new RightsDesk(shop.Browser());
        await siti.SeeAsync($"/rights/requests/{id}", HttpStatusCode.NotFound);
        await siti.DoAsync($"/rights/requests/{id}/verify", new { code = "ABCDE-FGHJK" }, HttpStatusCode.BadRequest);
        await siti.DoAsync($"/rights/requests/{id}/verify", new { code = shop.Mail.Code });
        Assert.Equal("code", (await RequestAsync(shop, id)).VerifiedBy);
        await siti.SeeAsync($"/rights/requests/{id}");
    }

    [Fact]
    [Trait("Clause", "JOVA-3.1")]
    public async Task Deletion_is_asked_for_on_the_page_with_name_and_email()
    {
        await using var shop = new ShopFactory();
        var stranger = new RightsDesk(shop.Browser());
        await stranger.DoAsync("/rights/ask/erasure", new { contact = Email }, HttpStatusCode.BadRequest);
        await stranger.DoAsync("/rights/ask/erasure", new { contact = Email, name = "Somebody Else" }, HttpStatusCode.Accepted);
        var answer = await stranger.DoAsync("/rights/ask/erasure", new { contact = Email, name = Name, words = "Saya pindah." }, HttpStatusCode.Accepted);
        await DispatchAsync(shop);
        var id = answer.GetProperty("id").GetGuid();
        Assert.Equal("Saya pindah.", (await RequestAsync(shop, id)).Words);
        Assert.Equal(Email, Assert.Single(shop.Mail.Sent).To);
    }

    [Fact]
    [Trait("Clause", "JOVA-3.3")]
    [Trait("Clause", "JOVA-3.4")]
    [Trait("Clause", "JOVA-3.9")]
    public async Task Receipt_is_confirmed_with_what_comes_next_and_by_when_and_lateness_is_seen()
    {
        await using var shop = new ShopFactory();
        var siti = new RightsDesk(await shop.CustomerAsync());
        var page = await siti.PageAsync("/rights/ask/erasure?lang=id");
        Assert.Contains("tidak dapat dikembalikan", page, StringComparison.Ordinal);
        Assert.Contains("/rights/ask/access?lang=id", page, StringComparison.Ordinal);

        var request = await siti.DoAsync("/rights/ask/erasure", new { words = "Saya pindah." }, HttpStatusCode.Created);
        // Thirty business days from Sunday 22 November: without Christmas, New Year and Isra Mikraj on 5 January.
        Assert.Equal("2027-01-06", request.GetProperty("dueOn").GetString());
        await DispatchAsync(shop);
        var mail = Assert.Single(shop.Mail.Sent);
        Assert.Equal(Email, mail.To);
        Assert.Contains("6 Januari 2027", mail.Body, StringComparison.Ordinal);
        Assert.Contains("tidak dapat dibatalkan", mail.Body, StringComparison.Ordinal);
        Assert.Contains("salinan", mail.Body, StringComparison.Ordinal);

        shop.Clock.Advance(new DateTimeOffset(2027, 1, 6, 23, 59, 59, TimeSpan.FromHours(7)) - TestShop.Start);
        Assert.Equal(0, await OverdueAsync(shop));
        shop.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await OverdueAsync(shop));
    }

    [Fact]
    [Trait("Clause", "JOVA-3.5")]
    [Trait("Clause", "JOVA-3.6")]
    [Trait("Clause", "JOVA-3.7")]
    public async Task Everything_of_the_customer_goes_she_is_told_and_nothing_brings_it_back()
    {
        await using var shop = new ShopFactory();
        var session = await shop.CustomerAsync();
        var siti = new RightsDesk(session);
        var identifiers = new SubjectRows(await shop.SnapshotAsync(), ShopSeed.Siti).Identifiers;
        var asked = await siti.DoAsync("/rights/ask/erasure", new { }, HttpStatusCode.Created);
        var id = asked.GetProperty("id").GetGuid();
        shop.Clock.Advance(TimeSpan.FromMinutes(1));
        var officer = new RightsDesk(await shop.OfficerAsync());
        await officer.DoAsync($"/rights/staff/requests/{id}/execute", new { });
        await DispatchAsync(shop);

        var last = shop.Mail.Sent.Last();
        Assert.Equal((Email, "Permintaan Anda telah selesai: Penghapusan data Anda"), (last.To, last.Subject));
        Assert.Empty((await shop.SnapshotAsync()).Find(identifiers));
        Assert.Equal(PrivacyRequestState.CustomerNotified, (await RequestAsync(shop, id)).State);

        Assert.Equal(HttpStatusCode.Unauthorized, (await session.GetAsync("/orders")).StatusCode);
        var again = await shop.Browser().PostAsJsonAsync("/account/sign-in", new { login = Email, password = ShopSeed.Password });
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
        await officer.DoAsync($"/rights/staff/requests/{id}/refuse", new { reason = "wait" }, HttpStatusCode.Conflict);
    }

    [Fact]
    [Trait("Clause", "JOVA-3.8")]
    public async Task A_document_proves_who_asks_and_its_time_begins_when_the_request_is_closed()
    {
        await using var shop = new ShopFactory();
        var browser = await shop.OfficerAsync();
        var asked = await browser.PostAsJsonAsync("/privacy/requests", new { Name, Email });
        var id = (await asked.Content.ReadFromJsonAsync<IdAnswer>())!.Id;
        (await browser.PostAsJsonAsync($"/privacy/requests/{id}/evidence", new { Document = Encoding.UTF8.GetBytes("scan") })).EnsureSuccessStatusCode();
        Assert.Equal("identity document seen", (await RequestAsync(shop, id)).VerifiedBy);
        var row = id.ToString().ToUpperInvariant();
        var kept = (await shop.SnapshotAsync())["DeletionEvidence"][row];
        Assert.Equal(Convert.ToHexString("scan"u8), kept["IdentityDocument"]);

        var officer = new RightsDesk(browser);
        await officer.DoAsync($"/rights/staff/requests/{id}/refuse", new { reason = "A dispute is open." });
        // Not sixty days after it was asked, as for a request that nobody proves, but now.
        Assert.NotEqual(kept["ClosedAt"], (await shop.SnapshotAsync())["DeletionEvidence"][row]["ClosedAt"]);
        shop.Clock.Advance(TimeSpan.FromDays(31));
        await using var scope = shop.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IRetentionSweep>().SweepAsync(new SweepOptions(), CancellationToken.None);
        Assert.Null((await shop.SnapshotAsync())["DeletionEvidence"][row]["IdentityDocument"]);
    }

    [Fact]
    [Trait("Clause", "JOVA-3.8")]
    public async Task A_document_for_a_request_from_the_page_is_kept_and_only_for_an_open_deletion()
    {
        await using var shop = new ShopFactory();
        var asked = await new RightsDesk(shop.Browser()).DoAsync(
            "/rights/ask/erasure", new { contact = Email, name = Name }, HttpStatusCode.Accepted);
        var id = asked.GetProperty("id").GetGuid();
        var officer = await shop.OfficerAsync();
        var document = new { Document = Encoding.UTF8.GetBytes("scan") };
        Assert.Equal(HttpStatusCode.NoContent, (await officer.PostAsJsonAsync($"/privacy/requests/{id}/evidence", document)).StatusCode);
        Assert.Equal("identity document seen", (await RequestAsync(shop, id)).VerifiedBy);
        Assert.Equal(Convert.ToHexString("scan"u8), (await shop.SnapshotAsync())["DeletionEvidence"][id.ToString().ToUpperInvariant()]["IdentityDocument"]);

        var access = await new RightsDesk(shop.Browser()).DoAsync(
            "/rights/ask/access", new { contact = Email, name = Name }, HttpStatusCode.Accepted);
        foreach (var other in new[] { access.GetProperty("id").GetGuid(), Guid.NewGuid() })
            Assert.Equal(HttpStatusCode.NotFound, (await officer.PostAsJsonAsync($"/privacy/requests/{other}/evidence", document)).StatusCode);
        Assert.Null((await RequestAsync(shop, access.GetProperty("id").GetGuid())).VerifiedAt);
    }

    [Fact]
    [Trait("Clause", "JOVA-3.8")]
    public async Task What_was_said_for_a_request_that_nobody_proved_goes_as_well()
    {
        await using var shop = new ShopFactory();
        var officer = await shop.OfficerAsync();
        var asked = await officer.PostAsJsonAsync("/privacy/requests", new { Name, Email, Reason = "Saya pindah." });
        var row = (await asked.Content.ReadFromJsonAsync<IdAnswer>())!.Id.ToString().ToUpperInvariant();
        // Sixty days in which the request is forgotten without anybody having closed it, then the year of what was said.
        shop.Clock.Advance(TimeSpan.FromDays(60 + 366 + 2));
        await using var scope = shop.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IRetentionSweep>().SweepAsync(new SweepOptions(), CancellationToken.None);
        Assert.Null((await shop.SnapshotAsync())["DeletionEvidence"].GetValueOrDefault(row)?["Reason"]);
    }

    [Fact]
    [Trait("Clause", "JOVA-4.1")]
    [Trait("Clause", "JOVA-3.9")]
    public async Task A_customer_gets_a_copy_of_her_own_data_and_of_nobody_elses()
    {
        await using var shop = new ShopFactory();
        var siti = new RightsDesk(await shop.CustomerAsync());
        var asked = await siti.DoAsync("/rights/ask/access", new { }, HttpStatusCode.Created);
        var copy = (await siti.SeeAsync($"/rights/requests/{asked.GetProperty("id").GetGuid()}/copy")).ToString();
        Assert.Contains(Name, copy, StringComparison.Ordinal);
        Assert.Contains(Email, copy, StringComparison.Ordinal);
        // Row by row, by their keys: each of hers is there, and none of anybody else.
        var before = await shop.SnapshotAsync();
        var own = new SubjectRows(before, ShopSeed.Siti).Rows.ToList();
        foreach (var table in (string[])["Orders", "Payments", "Deliveries"])
        {
            Assert.Contains(own, row => row.Table == table);
            Assert.All(before[table].Keys, key => Assert.Equal(own.Contains((table, key)), copy.Contains(key, StringComparison.OrdinalIgnoreCase)));
        }

        Assert.DoesNotContain(before["Customers"][ShopSeed.Siti.ToString().ToUpperInvariant()]["PasswordHash"]!, copy, StringComparison.Ordinal);
        Assert.DoesNotContain("Agus Pratama", copy, StringComparison.Ordinal);
        Assert.DoesNotContain("agus@contoh.example", copy, StringComparison.Ordinal);
        await new RightsDesk(shop.Browser()).SeeAsync($"/rights/requests/{asked.GetProperty("id").GetGuid()}/copy", HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Clause", "JOVA-4.2")]
    public async Task What_is_wrong_is_put_right()
    {
        await using var shop = new ShopFactory();
        var siti = new RightsDesk(await shop.CustomerAsync());
        var asked = await siti.DoAsync(
            "/rights/ask/rectification", new { field = "Customer.Name", value = "Siti Rahmawati Putri" }, HttpStatusCode.Created);
        var id = asked.GetProperty("id").GetGuid();
        shop.Clock.Advance(TimeSpan.FromMinutes(1));
        await new RightsDesk(await shop.OfficerAsync()).DoAsync($"/rights/staff/requests/{id}/execute", new { });
        await DispatchAsync(shop);
        Assert.Equal("Siti Rahmawati Putri", (await shop.SnapshotAsync())["Customers"][ShopSeed.Siti.ToString().ToUpperInvariant()]["Name"]);
        Assert.Contains("Customer.Name", shop.Mail.Sent.Last().Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Putri", (await RequestAsync(shop, id)).Receipt, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "JOVA-4.3")]
    public async Task A_restriction_is_weighed_by_a_person_holds_and_is_told()
    {
        await using var shop = new ShopFactory();
        var siti = new RightsDesk(await shop.CustomerAsync());
        (await (await shop.CustomerAsync()).PutAsync("/privacy/my/consents/promotion", null)).EnsureSuccessStatusCode();
        var before = await CampaignAsync(shop);
        var asked = await siti.DoAsync("/rights/ask/restriction", new { purpose = "promotion" }, HttpStatusCode.Created);
        var id = asked.GetProperty("id").GetGuid();
        Assert.Equal("confirmed", asked.GetProperty("state").GetString());
        shop.Clock.Advance(TimeSpan.FromMinutes(1));
        await new RightsDesk(await shop.OfficerAsync()).DoAsync($"/rights/staff/requests/{id}/execute", new { });
        await DispatchAsync(shop);
        Assert.NotNull((await RequestAsync(shop, id)).ExecutedBy);
        Assert.Contains("Pembatasan", shop.Mail.Sent.Last().Subject, StringComparison.Ordinal);
        Assert.Equal(before - 1, await CampaignAsync(shop));
    }

    [Fact]
    [Trait("Clause", "JOVA-4.3")]
    public async Task A_restriction_of_everything_stops_recommendations_and_what_research_gets()
    {
        await using var shop = new ShopFactory();
        var session = await shop.CustomerAsync();
        var cashier = await shop.CashierAsync();
        var shared = await CountAsync(cashier, "/analysis/share");
        Assert.NotEqual("[]", await session.GetStringAsync("/recommendations"));
        var asked = await new RightsDesk(session).DoAsync("/rights/ask/restriction", new { }, HttpStatusCode.Created);
        shop.Clock.Advance(TimeSpan.FromMinutes(1));
        await new RightsDesk(await shop.OfficerAsync()).DoAsync(
            $"/rights/staff/requests/{asked.GetProperty("id").GetGuid()}/execute", new { });

        var before = await shop.SnapshotAsync();
        var siti = new SubjectRows(before, ShopSeed.Siti).Rows.ToList();
        Assert.Equal(0, await CountAsync(session, "/recommendations/refresh"));
        Assert.Equal("[]", await session.GetStringAsync("/recommendations"));
        Assert.Equal(shared - siti.Count(row => row.Table == "OrderLines"), await CountAsync(cashier, "/analysis/share"));
        Snapshot.AssertSame(before, await shop.SnapshotAsync());
    }

    [Theory]
    [InlineData("access")]
    [InlineData("rectification")]
    [InlineData("restriction")]
    [InlineData("erasure")]
    [Trait("Clause", "JOVA-4.4")]
    [Trait("Clause", "JOVA-3.2")]
    public async Task No_right_is_served_before_identity_is_sure(string right)
    {
        await using var shop = new ShopFactory();
        var stranger = new RightsDesk(shop.Browser());
        var before = await shop.SnapshotAsync();
        var asked = await stranger.DoAsync(
            $"/rights/ask/{right}", new { contact = Email, name = Name, field = "Customer.Name", value = "Anna" }, HttpStatusCode.Accepted);
        var id = asked.GetProperty("id").GetGuid();
        var officer = new RightsDesk(await shop.OfficerAsync());
        await officer.DoAsync($"/rights/staff/requests/{id}/confirm", new { }, HttpStatusCode.Conflict);
        await officer.DoAsync($"/rights/staff/requests/{id}/execute", new { }, HttpStatusCode.Conflict);
        await stranger.SeeAsync($"/rights/requests/{id}/copy", HttpStatusCode.NotFound);
        Assert.Null((await RequestAsync(shop, id)).CopyUntil);
        await using var scope = shop.Services.CreateAsyncScope();
        Assert.True(await scope.ServiceProvider.GetRequiredService<IRestrictions>()
            .IsUnrestrictedAsync("customer", ShopSeed.Siti.ToString(), "promotion"));
        Snapshot.AssertSame(before, await shop.SnapshotAsync());
    }

    [Fact]
    [Trait("Clause", "JOVA-4.5")]
    public async Task The_law_s_three_days_are_what_is_watched_and_they_cannot_be_put_off()
    {
        await using var shop = new ShopFactory();
        var siti = new RightsDesk(await shop.CustomerAsync());
        var asked = await siti.DoAsync("/rights/ask/restriction", new { }, HttpStatusCode.Created);
        var id = asked.GetProperty("id").GetGuid();
        var request = await RequestAsync(shop, id);
        Assert.Equal(TestShop.Start.AddHours(72), request.DueAt);
        // The notice promises thirty business days beside it, with a delay explained; here the law knows no delay.
        var officer = new RightsDesk(await shop.OfficerAsync());
        await officer.DoAsync($"/rights/staff/requests/{id}/extend", new { reason = "much to do" }, HttpStatusCode.Conflict);
        shop.Clock.Advance(TimeSpan.FromHours(72));
        Assert.Equal(1, await OverdueAsync(shop));
    }

    [Fact]
    [Trait("Clause", "JOVA-4.5")]
    public async Task Where_the_usual_time_is_not_enough_the_customer_is_told_why_and_until_when()
    {
        await using var shop = new ShopFactory();
        var siti = new RightsDesk(await shop.CustomerAsync());
        var asked = await siti.DoAsync("/rights/ask/erasure", new { }, HttpStatusCode.Created);
        var id = asked.GetProperty("id").GetGuid();
        Assert.Equal("2027-01-06", asked.GetProperty("dueOn").GetString());
        await DispatchAsync(shop);
        var told = shop.Mail.Sent.Count;

        var officer = new RightsDesk(await shop.OfficerAsync());
        await officer.DoAsync($"/rights/staff/requests/{id}/extend", new { }, HttpStatusCode.BadRequest);
        await officer.DoAsync($"/rights/staff/requests/{id}/extend", new { reason = "Arsip gudang sedang dipindahkan." });
        await DispatchAsync(shop);

        // Thirty more business days after Wednesday 6 January, without the new year of the lunar calendar on 6 February, a Saturday.
        Assert.Equal("2027-02-17", (await siti.SeeAsync($"/rights/requests/{id}")).GetProperty("dueOn").GetString());
        var mail = Assert.Single(shop.Mail.Sent.Skip(told));
        Assert.Equal((Email, "Permintaan Anda memerlukan waktu lebih lama: Penghapusan data Anda"), (mail.To, mail.Subject));
        Assert.Contains("Arsip gudang sedang dipindahkan.", mail.Body, StringComparison.Ordinal);
        Assert.Contains("17 Februari 2027", mail.Body, StringComparison.Ordinal);

        shop.Clock.Advance(new DateTimeOffset(2027, 2, 17, 23, 59, 59, TimeSpan.FromHours(7)) - TestShop.Start);
        Assert.Equal(0, await OverdueAsync(shop));
        shop.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await OverdueAsync(shop));
    }

    private static async Task<int> OverdueAsync(ShopFactory shop) =>
        (await new RightsDesk(await shop.OfficerAsync()).SeeAsync("/rights/staff/?which=overdue")).GetProperty("requests").GetArrayLength();

    private static async Task<int> CampaignAsync(ShopFactory shop)
    {
        var before = shop.Mail.Sent.Count;
        (await (await shop.CashierAsync()).PostAsync("/campaigns/1/send", null)).EnsureSuccessStatusCode();
        return shop.Mail.Sent.Count - before;
    }

    private static async Task<int> CountAsync(HttpClient browser, string path)
    {
        var answer = await browser.PostAsync(path, null);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Dictionary<string, int>>())!.Values.Single();
    }

    private static async Task<PrivacyRequest> RequestAsync(ShopFactory shop, Guid id) =>
        (await shop.Services.GetRequiredService<IPrivacyRequests>().FindAsync(id))!;

    private static async Task DispatchAsync(ShopFactory shop)
    {
        while (await shop.Services.GetRequiredService<IPrivacyOutbox>().DispatchAsync() > 0)
        {
        }
    }

    private sealed record IdAnswer(Guid Id);
}
