using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Ocis.Data;
using PolicyAsCode.EntityFrameworkCore;

namespace Ocis.Tests;

/// <summary>
/// All six rights of the notice, through HTTP and over real dates: filed, proved by the address on record, within a month,
/// extended with a reason, carried out, and late where nobody does [OCIS-5.1 to 5.7].
/// </summary>
public sealed class RightsOverHttpTests
{
    private const string Address = "mira@example.com";

    public static TheoryData<string> Databases => TestDatabase.All;

    [Fact, Trait("Clause", "OCIS-5.1"), Trait("Clause", "OCIS-5.7")]
    public async Task Access_is_asked_for_by_the_address_on_record_and_the_copy_is_hers_alone()
    {
        await using var ocis = new OcisFactory();
        var mira = new RightsDesk(ocis.Browser());
        var id = await FileAsync(ocis, mira, "access", new { contact = Address });
        await ProveAsync(ocis, mira, id);

        var copy = await mira.SeeAsync($"/rights/requests/{id}/copy");
        Assert.Equal("access", copy.GetProperty("kind").GetString());
        Assert.True(copy.GetProperty("complete").GetBoolean());
        var user = Assert.Single(Rows(copy, "User"));
        Assert.Equal(("Mira Novak", Address), (user.GetProperty("name").GetString(), user.GetProperty("email").GetString()));
        Assert.Equal(2, Rows(copy, "Order").Count);
        Assert.Equal(2, Rows(copy, "Payment").Count);
        Assert.Contains(Rows(copy, "SupportRequest"), row => row.GetProperty("text").GetString() == "Is the park stage open to wheelchairs?");
        Assert.NotEmpty(Rows(copy, "Visit"));
        Assert.Contains(copy.GetProperty("categories").EnumerateArray(), category =>
            category.GetProperty("clauses").EnumerateArray().Any(clause => clause.GetString() == "OCIS-1.1"));
        // The hash of her password is named and withheld; nothing is anybody else's.
        var text = copy.ToString();
        Assert.Contains("withheld", text, StringComparison.Ordinal);
        foreach (var other in (string[])["Jonas", "jonas@example.com", "google-7001", "AQAAAA"])
            Assert.DoesNotContain(other, text, StringComparison.Ordinal);
        await new RightsDesk(ocis.Browser()).SeeAsync($"/rights/requests/{id}/copy", HttpStatusCode.NotFound);
        await new RightsDesk(await ocis.SignInAsync("jonas")).SeeAsync($"/rights/requests/{id}/copy", HttpStatusCode.NotFound);
    }

    [Fact, Trait("Clause", "OCIS-5.2"), Trait("Clause", "OCIS-5.7")]
    public async Task What_is_wrong_is_put_right_and_it_is_remembered_that_it_was()
    {
        await using var ocis = new OcisFactory();
        var mira = new RightsDesk(ocis.Browser());
        var id = await FileAsync(ocis, mira, "rectification", new { contact = Address, field = "User.Name", value = "Mira Novak-Weiss" });
        await ProveAsync(ocis, mira, id);
        ocis.Clock.Advance(TimeSpan.FromMinutes(1));
        await ExecuteAsync(ocis, id);

        var profile = await (await ocis.MiraAsync()).GetFromJsonAsync<JsonElement>("/account");
        Assert.Equal("Mira Novak-Weiss", profile.GetProperty("name").GetString());
        var remembered = Assert.Single(await ocis.InAsync<IPrivacyRequests, IReadOnlyList<Rectification>>(desk =>
            desk.RectificationsAsync(Subjects.User, OcisSeed.Mira.ToString())));
        Assert.Equal(["User.Name"], remembered.Fields);
        Assert.Equal(OcisFactory.Start.AddMinutes(1), remembered.At);
        Assert.Contains("User.Name", ocis.Mail.Sent.Last().Text, StringComparison.Ordinal);
        // Sealed where it lies, and in no table in the clear, not even in the request's own.
        Assert.DoesNotContain(await ocis.Database.EverythingAsync(), value => value.Contains("Novak", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases)), Trait("Clause", "OCIS-5.2"), Trait("Clause", "OCIS-5.7")]
    public async Task Another_address_is_asked_for_by_a_request_and_counts_once_its_reader_confirms_it(string provider)
    {
        await using var ocis = new OcisFactory(provider);
        var mira = new RightsDesk(ocis.Browser());
        Assert.Contains("User.Email", await mira.PageAsync("/rights/ask/rectification?lang=en"), StringComparison.Ordinal);
        var id = await FileAsync(ocis, mira, "rectification", new { contact = Address, field = "User.Email", value = "mira@new.example" });
        await ProveAsync(ocis, mira, id);
        ocis.Clock.Advance(TimeSpan.FromMinutes(1));
        ocis.Mail.Sent.Clear();
        await ExecuteAsync(ocis, id);

        // Its reader is asked; the one before is told, and told no more than that it was begun.
        Assert.Equal(PrivacyRequestState.CustomerNotified, (await ocis.RequestAsync(id)).State);
        Assert.Equal([Address, Address, "mira@new.example"], ocis.Mail.Sent.Select(mail => mail.To).Order());
        Assert.Contains("Begun: User.Email.", ocis.Mail.Sent.Last().Text, StringComparison.Ordinal);
        // Nobody gave a password: the warning says how it was asked for.
        var warning = Assert.Single(ocis.Mail.Sent, mail => mail.To == Address && mail.Text.Contains("/account/stop?", StringComparison.Ordinal)).Text;
        Assert.Contains("a request for a correction", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("password", warning, StringComparison.Ordinal);
        Assert.Equal(Address, await EmailAsync(ocis));
        var link = Newcomer.LinkIn(ocis.Mail.Sent.Single(mail => mail.To == "mira@new.example").Text, "/account/confirm");
        var miras = new Newcomer(ocis, "mira", Address);
        Assert.Equal(HttpStatusCode.Forbidden, await miras.ConfirmAsync(link, "guess"));
        Assert.Equal(HttpStatusCode.OK, await miras.ConfirmAsync(link, OcisSeed.Password));
        Assert.Equal("mira@new.example", await EmailAsync(ocis));
    }

    [Fact, Trait("Clause", "OCIS-5.2"), Trait("Clause", "OCIS-2.3")]
    public async Task A_session_alone_gets_nobody_another_address_by_a_request()
    {
        await using var ocis = new OcisFactory();
        var thief = new RightsDesk(await ocis.MiraAsync());
        var asked = await thief.DoAsync("/rights/ask/rectification", new { field = "User.Email", value = "thief@example.com" }, HttpStatusCode.Created);
        var id = asked.GetProperty("id").GetGuid();
        await ocis.DispatchAsync();
        var officer = new RightsDesk(await ocis.OfficerAsync());
        var refused = await officer.DoAsync($"/rights/staff/requests/{id}/execute", new { }, HttpStatusCode.Conflict);
        Assert.Contains("signed in", refused.ToString(), StringComparison.Ordinal);
        await ocis.DispatchAsync();
        Assert.DoesNotContain(ocis.Mail.Sent, mail => mail.To == "thief@example.com");
        Assert.Equal((Address, 0), (await EmailAsync(ocis), await ocis.InAsync<OcisContext, int>(rows => rows.PendingAddresses.CountAsync())));
    }

    [Theory, InlineData("no address", "is no address"), InlineData("jonas@example.com", null), InlineData(" MIRA@example.com", null)]
    [Trait("Clause", "OCIS-5.2")]
    public async Task What_can_be_nobodys_new_address_is_not_taken_and_whose_it_is_is_not_told(string value, string? mistake)
    {
        await using var ocis = new OcisFactory();
        var mira = new RightsDesk(ocis.Browser());
        var id = await FileAsync(ocis, mira, "rectification", new { contact = Address, field = "User.Email", value });
        await ProveAsync(ocis, mira, id);
        ocis.Mail.Sent.Clear();
        var officer = new RightsDesk(await ocis.OfficerAsync());
        var answer = await officer.DoAsync(
            $"/rights/staff/requests/{id}/execute", new { }, mistake is null ? HttpStatusCode.OK : HttpStatusCode.Conflict);
        Assert.Contains(mistake ?? "", answer.ToString(), StringComparison.Ordinal);
        await ocis.DispatchAsync();
        Assert.Equal(0, await ocis.InAsync<OcisContext, int>(rows => rows.PendingAddresses.CountAsync()));
        Assert.Equal(Address, await EmailAsync(ocis));
        // Jonas is told that somebody gave his address; Mira reads what she would of an address that is nobody's.
        if (value == "jonas@example.com")
            Assert.Contains("already", ocis.Mail.Sent.Single(mail => mail.To == value).Text, StringComparison.Ordinal);
        if (mistake is null)
            Assert.Contains(
                value == "jonas@example.com" ? "Begun: User.Email." : "Everything was right already.",
                ocis.Mail.Sent.Last(mail => mail.To == Address).Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases)), Trait("Clause", "OCIS-5.3"), Trait("Clause", "OCIS-6.1")]
    public async Task The_address_that_an_erased_person_waited_for_goes_with_them(string provider)
    {
        await using var ocis = new OcisFactory(provider);
        foreach (var (name, address) in ((string, string)[])[("mira", "mira@new.example"), ("mira", "both@new.example"), ("kim", "kim@new.example")])
            Assert.Equal(HttpStatusCode.Accepted, (await (await ocis.SignInAsync(name)).PutAsJsonAsync(
                "/account/email", new { email = address, password = OcisSeed.Password })).StatusCode);
        // Somebody else wants one of them as well: theirs waits on.
        await new Newcomer(ocis, "vera", "both@new.example").RegisterAsync();
        Assert.Equal((3, 4), await WaitingAsync(ocis));
        var officer = await ocis.OfficerAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await officer.PostAsync($"/privacy/underage/{OcisSeed.Kim}", null)).StatusCode);
        Assert.Equal((2, 3), await WaitingAsync(ocis));

        var mira = new RightsDesk(ocis.Browser());
        var id = await FileAsync(ocis, mira, "erasure", new { contact = Address });
        await ProveAsync(ocis, mira, id);
        ocis.Clock.Advance(TimeSpan.FromMinutes(1));
        await ExecuteAsync(ocis, id);
        Assert.Equal((1, 1), await WaitingAsync(ocis));
        Assert.Equal(["vera"], await ocis.InAsync<OcisContext, List<string?>>(rows => rows.AddressClaims.Select(claim => claim.UserName).ToListAsync()));
    }

    [Fact, Trait("Clause", "OCIS-5.3")]
    public async Task What_a_hold_keeps_keeps_what_waits_for_it()
    {
        await using var ocis = new OcisFactory();
        Assert.Equal(HttpStatusCode.Accepted, (await (await ocis.MiraAsync()).PutAsJsonAsync(
            "/account/email", new { email = "mira@new.example", password = OcisSeed.Password })).StatusCode);
        await ocis.InAsync<ILegalHolds, Guid>(holds => holds.PlaceAsync(Subjects.User, OcisSeed.Mira.ToString(), "A court asked."));
        var receipt = await ocis.InAsync<ISubjectErasure, ErasureReceipt>(erasure => erasure.EraseAsync(Subjects.User, OcisSeed.Mira.ToString()));
        Assert.Equal((ErasureOutcome.RefusedByLegalHold, (1, 1)), (receipt.Outcome, await WaitingAsync(ocis)));
    }

    [Fact, Trait("Clause", "OCIS-5.3")]
    public async Task A_dry_run_says_what_would_go_and_takes_nothing()
    {
        await using var ocis = new OcisFactory();
        Assert.Equal(HttpStatusCode.Accepted, (await (await ocis.MiraAsync()).PutAsJsonAsync(
            "/account/email", new { email = "mira@new.example", password = OcisSeed.Password })).StatusCode);
        var planned = await ocis.InAsync<ISubjectErasure, ErasureReceipt>(erasure =>
            erasure.EraseAsync(Subjects.User, OcisSeed.Mira.ToString(), new ErasureOptions(DryRun: true)));
        Assert.Equal((1, 1), await WaitingAsync(ocis));
        Assert.Contains(planned.Entries, entry => entry.Rule.Entity == "PendingAddress" && entry.Rows == 1);
        var done = await ocis.InAsync<ISubjectErasure, ErasureReceipt>(erasure => erasure.EraseAsync(Subjects.User, OcisSeed.Mira.ToString()));
        Assert.Equal(planned.RowsErased, done.RowsErased);
        Assert.Equal((0, 0), await WaitingAsync(ocis));
    }

    [Theory, MemberData(nameof(Databases)), Trait("Clause", "OCIS-5.3"), Trait("Clause", "OCIS-5.7")]
    public async Task She_is_erased_her_key_goes_last_and_what_the_law_keeps_is_nobodys(string provider)
    {
        await using var ocis = new OcisFactory(provider);
        var session = await ocis.MiraAsync();
        var mira = new RightsDesk(ocis.Browser());
        Assert.Contains("cannot be brought back", await mira.PageAsync("/rights/ask/erasure?lang=en"), StringComparison.Ordinal);
        var id = await FileAsync(ocis, mira, "erasure", new { contact = Address });
        await ProveAsync(ocis, mira, id);
        ocis.Clock.Advance(TimeSpan.FromMinutes(1));
        await ExecuteAsync(ocis, id);
        Assert.Equal(PrivacyRequestState.Running, (await ocis.RequestAsync(id)).State);
        // Another process may seal by her key for five minutes more.
        for (var step = 0; step < 4; step++)
        {
            ocis.Clock.Advance(TimeSpan.FromMinutes(5));
            await ocis.DispatchAsync();
        }

        Assert.Equal(PrivacyRequestState.CustomerNotified, (await ocis.RequestAsync(id)).State);
        Assert.Equal(Address, ocis.Mail.Sent.Last().To);
        Assert.Equal(2, await ocis.InAsync<OcisContext, int>(rows => rows.Orders.CountAsync(order => order.UserId == null)));
        Assert.Equal(2, await ocis.InAsync<OcisContext, int>(rows => rows.Payments.CountAsync(payment => payment.Order!.UserId == null)));
        Assert.DoesNotContain(await ocis.Database.EverythingAsync(), value =>
            value.Contains(OcisSeed.Mira.ToString(), StringComparison.OrdinalIgnoreCase) || value == "mira");
        Assert.Equal(HttpStatusCode.Unauthorized, (await session.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized,
            (await ocis.Browser().PostAsJsonAsync("/account/sign-in", new { userName = "mira", password = OcisSeed.Password })).StatusCode);
        // Jonas is as he was.
        Assert.Equal("Jonas Weiss", (await (await ocis.SignInAsync("jonas")).GetFromJsonAsync<JsonElement>("/account")).GetProperty("name").GetString());
    }

    [Fact, Trait("Clause", "OCIS-5.4"), Trait("Clause", "OCIS-5.7")]
    public async Task A_restriction_of_everything_stops_support_news_and_improvement_and_nothing_is_lost()
    {
        await using var ocis = new OcisFactory();
        Assert.Equal((2, 2, 1, 2), await UsesAsync(ocis));
        var mira = new RightsDesk(ocis.Browser());
        var id = await FileAsync(ocis, mira, "restriction", new { contact = Address });
        await ProveAsync(ocis, mira, id);
        ocis.Clock.Advance(TimeSpan.FromMinutes(1));
        await ExecuteAsync(ocis, id);

        // Jonas' newsletter, his news, and his visit are left.
        Assert.Equal((1, 1, 0, 1), await UsesAsync(ocis));
        Assert.Contains("restrict", ocis.Mail.Sent.Last(mail => mail.To == Address).Subject, StringComparison.OrdinalIgnoreCase);
        // What is restricted is kept, and hers to see.
        Assert.Equal("Mira Novak", (await (await ocis.MiraAsync()).GetFromJsonAsync<JsonElement>("/account")).GetProperty("name").GetString());
        Assert.Equal(2, await ocis.InAsync<OcisContext, int>(rows => rows.SupportRequests.CountAsync(request => request.UserId == OcisSeed.Mira)));
    }

    [Fact, Trait("Clause", "OCIS-5.5"), Trait("Clause", "OCIS-5.7")]
    public async Task What_she_gave_is_taken_along_as_json()
    {
        await using var ocis = new OcisFactory();
        var mira = new RightsDesk(await ocis.MiraAsync());
        var asked = await mira.DoAsync("/rights/ask/portability", new { }, HttpStatusCode.Created);
        var copy = await mira.SeeAsync($"/rights/requests/{asked.GetProperty("id").GetGuid()}/copy");
        Assert.Equal("policyascode/subject-export/1", copy.GetProperty("format").GetString());
        Assert.Equal("portability", copy.GetProperty("kind").GetString());
        Assert.Equal("Mira Novak", Assert.Single(Rows(copy, "User")).GetProperty("name").GetString());
        Assert.Equal(2, Rows(copy, "Order").Count);
        // What rests on OCIS' own interests, or on the law, is no part of it: the address from which she came.
        Assert.DoesNotContain("198.51.100.7", copy.ToString(), StringComparison.Ordinal);
    }

    [Fact, Trait("Clause", "OCIS-5.6"), Trait("Clause", "OCIS-5.7")]
    public async Task An_objection_to_marketing_ends_newsletters_and_nothing_else()
    {
        await using var ocis = new OcisFactory();
        var mira = new RightsDesk(await ocis.MiraAsync());
        await ObjectAsync(ocis, mira, Purposes.Promotion);
        Assert.Equal((1, 2, 1, 3), await UsesAsync(ocis));
    }

    [Fact, Trait("Clause", "OCIS-5.6"), Trait("Clause", "OCIS-5.7")]
    public async Task An_objection_to_a_legitimate_interest_ends_that_and_nothing_else()
    {
        await using var ocis = new OcisFactory();
        var mira = new RightsDesk(await ocis.MiraAsync());
        await ObjectAsync(ocis, mira, Purposes.ServiceImprovement);
        Assert.Equal((2, 2, 1, 1), await UsesAsync(ocis));
    }

    [Theory, Trait("Clause", "OCIS-5.7")]
    [InlineData("access", "OCIS-5.1"), InlineData("rectification", "OCIS-5.2"), InlineData("erasure", "OCIS-5.3")]
    [InlineData("restriction", "OCIS-5.4"), InlineData("portability", "OCIS-5.5")]
    public async Task No_right_is_served_before_the_address_is_proved(string right, string clause)
    {
        await using var ocis = new OcisFactory();
        var stranger = new RightsDesk(ocis.Browser());
        var id = await FileAsync(ocis, stranger, right, new { contact = Address, field = "User.Name", value = "Anna" });
        var officer = new RightsDesk(await ocis.OfficerAsync());
        await officer.DoAsync($"/rights/staff/requests/{id}/execute", new { }, HttpStatusCode.Conflict);
        await stranger.DoAsync($"/rights/requests/{id}/verify", new { code = "ABCDE-FGHJK" }, HttpStatusCode.BadRequest);
        await stranger.SeeAsync($"/rights/requests/{id}/copy", HttpStatusCode.NotFound);
        var request = await ocis.RequestAsync(id);
        Assert.Equal((PrivacyRequestState.Received, (DateTimeOffset?)null), (request.State, request.CopyUntil));
        Assert.Contains(clause, OcisContextRights.All[request.Right].Clauses);
        // The code went to the address on record.
        Assert.Equal(Address, Assert.Single(ocis.Mail.Sent).To);
        Assert.Equal("Mira Novak", (await (await ocis.MiraAsync()).GetFromJsonAsync<JsonElement>("/account")).GetProperty("name").GetString());
    }

    [Theory, Trait("Clause", "OCIS-5.7")]
    [InlineData("2026-11-22", "2026-12-22")]
    [InlineData("2027-01-31", "2027-02-28")] // a month that has no such day ends with its last
    [InlineData("2028-01-31", "2028-02-29")]
    public async Task It_is_late_when_the_month_is_over_and_not_before(string asked, string lastDay)
    {
        await using var ocis = new OcisFactory();
        ocis.Clock.MoveTo(new(DateOnly.Parse(asked).ToDateTime(new(16, 45)), TimeSpan.Zero));
        var mira = new RightsDesk(await ocis.MiraAsync());
        var request = await mira.DoAsync("/rights/ask/erasure", new { }, HttpStatusCode.Created);
        Assert.Equal(lastDay, request.GetProperty("dueOn").GetString());
        ocis.Clock.MoveTo(new(DateOnly.Parse(lastDay).ToDateTime(new(23, 59, 59)), TimeSpan.Zero));
        Assert.Equal(0, await OverdueAsync(ocis));
        ocis.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await OverdueAsync(ocis));
    }

    [Fact, Trait("Clause", "OCIS-5.7")]
    public async Task Where_a_month_is_not_enough_she_is_told_why_and_until_when()
    {
        await using var ocis = new OcisFactory();
        var mira = new RightsDesk(await ocis.MiraAsync());
        var id = (await mira.DoAsync("/rights/ask/erasure", new { }, HttpStatusCode.Created)).GetProperty("id").GetGuid();
        await ocis.DispatchAsync();
        var told = ocis.Mail.Sent.Count;
        var officer = new RightsDesk(await ocis.OfficerAsync());
        await officer.DoAsync($"/rights/staff/requests/{id}/extend", new { }, HttpStatusCode.BadRequest);
        await officer.DoAsync($"/rights/staff/requests/{id}/extend", new { reason = "Many asked in these weeks." });
        await ocis.DispatchAsync();

        Assert.Equal("2027-02-22", (await mira.SeeAsync($"/rights/requests/{id}")).GetProperty("dueOn").GetString());
        var mail = Assert.Single(ocis.Mail.Sent.Skip(told));
        Assert.Equal(Address, mail.To);
        Assert.Contains("Many asked in these weeks.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("22 February 2027", mail.Text, StringComparison.Ordinal);
        // Once: asked for again, it stays as it is.
        await officer.DoAsync($"/rights/staff/requests/{id}/extend", new { reason = "Once more." });
        Assert.Equal("2027-02-22", (await mira.SeeAsync($"/rights/requests/{id}")).GetProperty("dueOn").GetString());
        ocis.Clock.MoveTo(new(2027, 2, 22, 23, 59, 59, TimeSpan.Zero));
        Assert.Equal(0, await OverdueAsync(ocis));
        ocis.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await OverdueAsync(ocis));
    }

    // How many get a newsletter, how many news of an event, how many questions support sees, and how many visits improvement does.
    private static async Task<(int Newsletters, int News, int Questions, int Visits)> UsesAsync(OcisFactory ocis)
    {
        var editor = await ocis.EditorAsync();
        var support = await ocis.SupportAsync();
        var usage = await editor.GetFromJsonAsync<JsonElement>("/usage");
        return (
            await SentAsync(editor, "/newsletters"),
            await SentAsync(editor, "/events/1/news") - 1, // Kim's
            (await support.GetFromJsonAsync<JsonElement>("/support")).GetArrayLength(),
            usage.EnumerateArray().Sum(count => count.GetProperty("times").GetInt32()) - await SignInsOfOthersAsync(ocis));
    }

    private static async Task<int> SentAsync(HttpClient editor, string path)
    {
        var answer = await editor.PostAsJsonAsync(path, new { title = "News", text = "The stage is open." });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("sent").GetInt32();
    }

    // Those who work at OCIS sign in as well, for the tests.
    private static Task<int> SignInsOfOthersAsync(OcisFactory ocis) => ocis.InAsync<OcisContext, int>(rows =>
        rows.Visits.CountAsync(visit => visit.UserId != OcisSeed.Mira && visit.UserId != OcisSeed.Jonas && visit.UserId != null
            && visit.At >= ocis.Clock.GetUtcNow().AddDays(-30)));

    private static Task<string?> EmailAsync(OcisFactory ocis) => ocis.InAsync<OcisContext, string?>(rows =>
        rows.Users.Where(user => user.Id == OcisSeed.Mira).Select(user => user.Email).SingleAsync());

    private static Task<(int Addresses, int Claims)> WaitingAsync(OcisFactory ocis) => ocis.InAsync<OcisContext, (int, int)>(async rows =>
        (await rows.PendingAddresses.CountAsync(), await rows.AddressClaims.CountAsync()));

    private static async Task ObjectAsync(OcisFactory ocis, RightsDesk person, string purpose)
    {
        var asked = await person.DoAsync("/rights/ask/objection", new { purpose }, HttpStatusCode.Created);
        var id = asked.GetProperty("id").GetGuid();
        ocis.Clock.Advance(TimeSpan.FromMinutes(1));
        await ExecuteAsync(ocis, id);
    }

    private static async Task<Guid> FileAsync(OcisFactory ocis, RightsDesk person, string right, object form)
    {
        var answer = await person.DoAsync($"/rights/ask/{right}", form, HttpStatusCode.Accepted);
        await ocis.DispatchAsync();
        return answer.GetProperty("id").GetGuid();
    }

    private static async Task ProveAsync(OcisFactory ocis, RightsDesk person, Guid id)
    {
        await person.DoAsync($"/rights/requests/{id}/verify", new { code = ocis.Mail.Code });
        Assert.Equal("code", (await ocis.RequestAsync(id)).VerifiedBy);
        await ocis.DispatchAsync();
    }

    private static async Task ExecuteAsync(OcisFactory ocis, Guid id)
    {
        await new RightsDesk(await ocis.OfficerAsync()).DoAsync($"/rights/staff/requests/{id}/execute", new { });
        await ocis.DispatchAsync();
    }

    private static async Task<int> OverdueAsync(OcisFactory ocis) =>
        (await new RightsDesk(await ocis.OfficerAsync()).SeeAsync("/rights/staff/?which=overdue")).GetProperty("requests").GetArrayLength();

    private static List<JsonElement> Rows(JsonElement copy, string entity) =>
    [
        .. copy.GetProperty("data").EnumerateArray().Where(part => part.GetProperty("entity").GetString() == entity)
            .SelectMany(part => part.GetProperty("rows").EnumerateArray()),
    ];
}
