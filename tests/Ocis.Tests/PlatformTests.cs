using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ocis.Accounts;
using Ocis.Data;
using Ocis.Newsletters;
using Ocis.Statistics;
using Ocis.Transfers;

namespace Ocis.Tests;

/// <summary>Tickets, support, newsletters, statistics and transfers, through HTTP.</summary>
public sealed class PlatformTests
{
    public static TheoryData<string> Databases => TestDatabase.All;

    [Fact, Trait("Clause", "OCIS-1.2"), Trait("Clause", "OCIS-2.1")]
    public async Task Tickets_are_bought_and_no_number_of_a_card_comes_here()
    {
        await using var ocis = new OcisFactory();
        var mira = await ocis.MiraAsync();
        var bought = await mira.PostAsJsonAsync("/events/1/tickets", new { seats = 3, method = "card", paymentToken = "tok_1", cardNumber = "4111111111111111" });
        var number = (await bought.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetString();
        Assert.Contains((await mira.GetFromJsonAsync<JsonElement>("/orders")).EnumerateArray(), order => order.GetProperty("number").GetString() == number);
        Assert.Contains(number!, Assert.Single(ocis.Mail.Sent).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await mira.PostAsJsonAsync("/events/1/tickets", new { seats = 1, method = "card", paymentToken = "" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await mira.PostAsJsonAsync("/events/9/tickets", new { seats = 1, method = "card", paymentToken = "x" })).StatusCode);
        var everything = await ocis.Database.EverythingAsync();
        // Not even the six digits that name its bank; four may stand in any identifier.
        Assert.DoesNotContain(everything, value => value.Contains("411111", StringComparison.Ordinal) || value.Contains("tok_1", StringComparison.Ordinal));

        // What happens at the door comes from the organiser's system, by its key, and belongs to who bought the ticket.
        var door = ocis.Browser();
        Assert.Equal(HttpStatusCode.Unauthorized, (await door.PostAsJsonAsync("/partners/participations", new { number, what = "entered" })).StatusCode);
        door.DefaultRequestHeaders.Add("X-Partner-Key", await ocis.InAsync<PartnerKeys, string?>(keys => keys.GiveAsync(1, CancellationToken.None)));
        Assert.Equal(HttpStatusCode.NoContent, (await door.PostAsJsonAsync("/partners/participations", new { number, what = "entered" })).StatusCode);
        Assert.Equal(2, await ocis.InAsync<OcisContext, int>(rows => rows.Participations.CountAsync(one => one.UserId == OcisSeed.Mira)));

        // Whoever has a stand there tells of who came to it, and of nobody else's event.
        Assert.Equal(HttpStatusCode.NotFound, (await door.PostAsJsonAsync("/partners/stands", new { number })).StatusCode);
        var stand = ocis.Browser();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stand.PostAsJsonAsync("/partners/stands", new { number })).StatusCode);
        stand.DefaultRequestHeaders.Add("X-Partner-Key", await ocis.InAsync<PartnerKeys, string?>(keys => keys.GiveAsync(2, CancellationToken.None)));
        Assert.Equal(HttpStatusCode.NotFound, (await stand.PostAsJsonAsync("/partners/stands", new { number = "nobody's" })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await stand.PostAsJsonAsync("/partners/stands", new { number })).StatusCode);
        Assert.Equal(1, await ocis.InAsync<OcisContext, int>(
            rows => rows.Participations.CountAsync(one => one.UserId == OcisSeed.Mira && one.What == "came-to-stand")));

        // And from themselves, by their own ticket, once.
        for (var tries = 0; tries < 2; tries++)
            Assert.Equal(HttpStatusCode.NoContent, (await mira.PostAsync($"/orders/{number}/arrival", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await ocis.SignInAsync("jonas")).PostAsync($"/orders/{number}/arrival", null)).StatusCode);
        Assert.Equal(1, await ocis.InAsync<OcisContext, int>(rows => rows.Participations.CountAsync(one => one.What == "arrived")));
    }

    [Theory, MemberData(nameof(Databases)), Trait("Clause", "OCIS-1.6")]
    public async Task Whoever_says_twice_at_once_that_they_came_has_come_once(string provider)
    {
        await using var ocis = new OcisFactory(provider);
        var mira = await ocis.MiraAsync();
        var bought = await mira.PostAsJsonAsync("/events/1/tickets", new { seats = 1, method = "card", paymentToken = "tok_1" });
        var number = (await bought.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetString();

        // Each has read that nobody came before one of them writes: the index of the database decides.
        using var both = new Barrier(2);
        ocis.BeforeSaving = () => both.SignalAndWait(TimeSpan.FromSeconds(20));
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => mira.PostAsync($"/orders/{number}/arrival", null))));
        ocis.BeforeSaving = null;

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode));
        Assert.Equal(1, await ocis.InAsync<OcisContext, int>(rows => rows.Participations.CountAsync(one => one.What == "arrived")));
    }

    [Fact, Trait("Clause", "OCIS-1.6"), Trait("Clause", "OCIS-2.1")]
    public async Task A_question_is_answered_by_who_answers_questions()
    {
        await using var ocis = new OcisFactory();
        var asked = await (await ocis.MiraAsync()).PostAsJsonAsync("/support", new { text = "May I bring a dog?" });
        var support = await ocis.SupportAsync();
        Assert.Contains("May I bring a dog?", await support.GetStringAsync("/support"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await support.PostAsJsonAsync($"{asked.Headers.Location}/answer", new { text = "Small ones." })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await support.PostAsJsonAsync($"{asked.Headers.Location}/answer", new { text = "Again." })).StatusCode);
        Assert.Equal(("mira@example.com", "Small ones."), (ocis.Mail.Sent.Single().To, ocis.Mail.Sent.Single().Text));
    }

    [Fact, Trait("Clause", "OCIS-1.6"), Trait("Clause", "OCIS-2.1")]
    public async Task A_question_of_somebody_without_an_address_stays_open_and_support_is_told()
    {
        await using var ocis = new OcisFactory();
        var asked = await (await ocis.MiraAsync()).PostAsJsonAsync("/support", new { text = "May I bring a dog?" });
        await ocis.InAsync<OcisContext, int>(rows => rows.Users.Where(user => user.Id == OcisSeed.Mira)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.Email, (string?)null)));
        var support = await ocis.SupportAsync();
        var answered = await support.PostAsJsonAsync($"{asked.Headers.Location}/answer", new { text = "Small ones." });
        Assert.Equal(HttpStatusCode.Conflict, answered.StatusCode);
        Assert.Contains("no address", await answered.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(ocis.Mail.Sent);
        Assert.Contains("May I bring a dog?", await support.GetStringAsync("/support"), StringComparison.Ordinal);
    }

    [Fact, Trait("Clause", "OCIS-2.4")]
    public async Task A_newsletter_has_a_link_that_ends_them_without_a_password()
    {
        await using var ocis = new OcisFactory();
        var editor = await ocis.EditorAsync();
        await editor.PostAsJsonAsync("/newsletters", new { title = "Summer", text = "It comes." });
        Assert.Equal(["jonas@example.com", "mira@example.com"], ocis.Mail.Sent.Select(mail => mail.To).Order());
        var links = ocis.Mail.Sent.ToDictionary(mail => mail.To, mail => mail.Text[mail.Text.IndexOf("/newsletter/unsubscribe", StringComparison.Ordinal)..]);
        var stranger = ocis.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/newsletter/unsubscribe?reader=" + OcisSeed.Mira)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await stranger.PostAsync(links["mira@example.com"], null)).StatusCode);
        ocis.Mail.Sent.Clear();
        await editor.PostAsJsonAsync("/newsletters", new { title = "Autumn", text = "It comes." });
        Assert.Equal("jonas@example.com", Assert.Single(ocis.Mail.Sent).To);
        Assert.Equal(OcisFactory.Start, await ocis.InAsync<OcisContext, DateTimeOffset?>(rows =>
            rows.Subscriptions.Where(one => one.UserId == OcisSeed.Mira).Select(one => one.EndedAt).SingleAsync()));
        // She may want them again.
        Assert.Equal(HttpStatusCode.NoContent, (await (await ocis.MiraAsync()).PostAsJsonAsync("/newsletter/subscribe", new { topics = "jazz", agreed = NewsletterChoices.Text.Hash })).StatusCode);
        await editor.PostAsJsonAsync("/newsletters", new { title = "Winter", text = "It comes." });
        Assert.Contains(ocis.Mail.Sent, mail => mail.To == "mira@example.com");
    }

    [Fact, Trait("Clause", "OCIS-1.4"), Trait("Clause", "OCIS-3.2")]
    public async Task Visits_are_counted_by_the_provider_for_who_agreed_and_it_is_not_told_who()
    {
        await using var ocis = new OcisFactory();
        var editor = await ocis.EditorAsync();
        var received = ocis.Services.GetRequiredService<LocalAnalyticsProvider>();
        await editor.PostAsync("/statistics/share", null);
        Assert.Empty(received.Received);

        var mira = await ocis.MiraAsync();
        var agreed = await mira.PostAsJsonAsync("/cookies", new { statistics = true });
        var cookies = agreed.Headers.GetValues("Set-Cookie").ToList();
        Assert.Contains(cookies, cookie => cookie.StartsWith("statistics=", StringComparison.Ordinal));
        await editor.PostAsync("/statistics/share", null);
        Assert.Equal(2, received.Received.Count);
        Assert.Single(received.Received.Select(visit => visit.Who).Distinct());
        Assert.DoesNotContain(OcisSeed.Mira.ToString(), received.Received.First().Who, StringComparison.OrdinalIgnoreCase);
        // The cookie's number lives in the browser alone.
        var number = cookies.Single(cookie => cookie.StartsWith("statistics=", StringComparison.Ordinal)).Split('=', ';')[1];
        Assert.DoesNotContain(await ocis.Database.EverythingAsync(), value => value.Contains(number, StringComparison.Ordinal));

        var refused = await mira.PostAsJsonAsync("/cookies", new { statistics = false });
        Assert.Contains(refused.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("statistics=;", StringComparison.Ordinal));
        await editor.PostAsync("/statistics/share", null);
        Assert.Equal(2, received.Received.Count);
        // A visitor who refuses has the answer alone.
        var visitor = await ocis.Browser().PostAsJsonAsync("/cookies", new { statistics = false });
        Assert.Contains(visitor.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("consent=refused", StringComparison.Ordinal));
        // How the platform looks stays in the browser that chose it.
        var dark = await ocis.Browser().PutAsJsonAsync("/cookies/theme", new { theme = "dark" });
        Assert.Contains("max-age=31536000", Assert.Single(dark.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("preferences=dark;", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.BadRequest, (await ocis.Browser().PutAsJsonAsync("/cookies/theme", new { theme = "<b>" })).StatusCode);
    }

    [Fact, Trait("Clause", "OCIS-1.3"), Trait("Clause", "OCIS-2.3")]
    public async Task What_is_recorded_by_itself_finds_who_tries_passwords()
    {
        await using var ocis = new OcisFactory();
        var visitor = ocis.Browser();
        visitor.DefaultRequestHeaders.Add("X-Time-Zone", "Europe/Vienna");
        visitor.DefaultRequestHeaders.Referrer = new("https://search.example/");
        visitor.DefaultRequestHeaders.UserAgent.ParseAdd("Test/1.0");
        Assert.Equal(HttpStatusCode.NoContent, (await visitor.PostAsync("/events/1/visits", null)).StatusCode);
        var visit = await ocis.InAsync<OcisContext, Visit>(rows => rows.Visits.SingleAsync(visit => visit.UserId == null));
        Assert.Equal(("opened-event 1", "Europe/Vienna", "https://search.example/", "Test/1.0"), (visit.Activity, visit.TimeZone, visit.Referrer, visit.Device));

        for (var tries = 0; tries < 5; tries++)
            await visitor.PostAsJsonAsync("/account/sign-in", new { userName = "mira", password = $"guess {tries}" });
        var officer = await ocis.OfficerAsync();
        // The test's own server has no address to be suspected by; one that has is found.
        Assert.Equal(0, (await officer.GetFromJsonAsync<JsonElement>("/security/suspicions")).GetArrayLength());
        await ocis.InAsync<OcisContext, int>(rows => rows.Database.ExecuteSqlRawAsync("UPDATE \"Visits\" SET \"IpAddress\" = '203.0.113.9' WHERE \"Activity\" = 'sign-in-failed'"));
        var found = Assert.Single((await officer.GetFromJsonAsync<JsonElement>("/security/suspicions")).EnumerateArray());
        Assert.Equal(("203.0.113.9", 5), (found.GetProperty("ipAddress").GetString(), found.GetProperty("failures").GetInt32()));
    }

    [Fact, Trait("Clause", "OCIS-2.5"), Trait("Clause", "OCIS-3.4")]
    public async Task A_lawful_request_names_its_law_and_is_answered_by_the_officer()
    {
        await using var ocis = new OcisFactory();
        var officer = await ocis.OfficerAsync();
        var request = new { reference = "LR-1", law = "StPO § 110", userId = OcisSeed.Mira };
        Assert.Equal(HttpStatusCode.NoContent, (await officer.PostAsJsonAsync("/lawful-requests", request)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.PostAsJsonAsync("/lawful-requests", request with { law = "" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await ocis.EditorAsync()).PostAsJsonAsync("/lawful-requests", request)).StatusCode);

        // Once, and what the request is about: who she is and from where she came; nothing of what she did or asked.
        var received = Assert.Single(ocis.Services.GetRequiredService<LocalAuthority>().Received);
        Assert.Equal(("Mira Novak", "mira@example.com"), (received.Name, received.Email));
        Assert.Equal(["198.51.100.7"], received.IpAddresses);
    }

    [Fact, Trait("Clause", "OCIS-3.4")]
    public async Task What_stands_in_for_an_authority_keeps_nobody_for_long_and_nobody_at_all_in_a_live_service()
    {
        await using var ocis = new OcisFactory();
        var officer = await ocis.OfficerAsync();
        for (var number = 0; number < 12; number++)
            Assert.Equal(HttpStatusCode.NoContent, (await officer.PostAsJsonAsync("/lawful-requests", new { reference = $"LR-{number}", law = "StPO § 110", userId = OcisSeed.Mira })).StatusCode);
        Assert.Equal(10, ocis.Services.GetRequiredService<LocalAuthority>().Received.Count);

        await using var live = ocis.WithWebHostBuilder(web => web.UseSetting("environment", "Production").SealingKeys(ocis.KeyFolder));
        await Assert.ThrowsAsync<NotSupportedException>(() => live.Services.GetRequiredService<IAuthority>()
            .HandOverAsync("LR-1", new(), TestContext.Current.CancellationToken));
        Assert.Empty(live.Services.GetRequiredService<LocalAuthority>().Received);
    }

    [Fact, Trait("Clause", "OCIS-3.3")]
    public async Task Who_buys_OCIS_gets_nothing_before_people_were_told_and_had_time_to_leave()
    {
        await using var ocis = new OcisFactory();
        var officer = await ocis.OfficerAsync();
        var announced = await officer.PostAsJsonAsync("/transfers", new { to = "Larger Events" });
        var id = (await announced.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        Assert.Equal(6, ocis.Mail.Sent.Count(mail => mail.Text.Contains("22 December 2026", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Conflict, (await officer.PostAsync($"/transfers/{id}/hand-over", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await ocis.MiraAsync()).PostAsync("/account/close", null)).StatusCode);
        // Who came after the announcement was told nothing, and stays.
        ocis.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await ocis.InAsync<OcisContext, int>(rows =>
        {
            rows.Users.Add(new() { Id = Guid.NewGuid(), Name = "Late", RegisteredAt = ocis.Clock.GetUtcNow(), LastActivityAt = ocis.Clock.GetUtcNow() });
            return rows.SaveChangesAsync();
        }));
        ocis.Clock.Advance(TimeSpan.FromDays(29));
        officer = await ocis.OfficerAsync();
        var gone = await officer.PostAsync($"/transfers/{id}/hand-over", null);
        Assert.Equal(5, (await gone.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("people").GetInt32());
        Assert.Equal(HttpStatusCode.Conflict, (await officer.PostAsync($"/transfers/{id}/hand-over", null)).StatusCode);
    }
}
