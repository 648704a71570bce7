using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Ocis.Data;
using Ocis.Newsletters;
using PolicyAsCode.EntityFrameworkCore;

namespace Ocis.Tests;

/// <summary>
/// An address counts once its reader has said so, who knows the password of the account: it then has one owner. Whoever reads
/// a letter that they did not ask for gives nothing away by following it, and ends it by one click.
/// </summary>
public sealed class ConfirmationTests
{
    private const string Address = "vera@example.com";

    [Fact, Trait("Clause", "OCIS-2.4"), Trait("Clause", "OCIS-5.7")]
    public async Task Nothing_goes_to_an_address_whose_reader_has_not_said_that_it_is_theirs()
    {
        await using var ocis = new OcisFactory();
        var vera = new Newcomer(ocis, "vera", Address);
        var link = await vera.RegisterAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await vera.SignInAsync());
        Assert.DoesNotContain(Address, await NewsletterAsync(ocis));

        // A program that looks at links before people do confirms nothing.
        Assert.Contains("<form method=\"post\"", await ocis.Browser().GetStringAsync(link), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await vera.SignInAsync());
        Assert.Equal(HttpStatusCode.NotFound, await vera.ConfirmAsync(link[..^4] + "AAAA", vera.Password));

        Assert.Equal(HttpStatusCode.OK, await vera.ConfirmAsync(link, vera.Password));
        Assert.Equal(HttpStatusCode.NoContent, await vera.SignInAsync());
        Assert.Equal(HttpStatusCode.NotFound, await vera.ConfirmAsync(link, vera.Password));
        Assert.Equal(1, await RequestsAfterAskingAsync(ocis, Address));
    }

    [Fact, Trait("Clause", "OCIS-5.7"), Trait("Clause", "OCIS-2.3")]
    public async Task Who_registers_with_somebody_elses_address_does_not_have_it_once_she_clicks()
    {
        await using var ocis = new OcisFactory();
        var mallory = new Newcomer(ocis, "mallory", Address);
        var link = await mallory.RegisterAsync();
        // The letter says who asked, by what nobody can write a letter of their own into.
        Assert.Contains("'mallory'", Assert.Single(ocis.Mail.Sent).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(mallory.Name, Assert.Single(ocis.Mail.Sent).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Forbidden, await mallory.ConfirmAsync(link, null));
        Assert.Equal(HttpStatusCode.Forbidden, await mallory.ConfirmAsync(link, "vera's own password"));
        Assert.Equal(HttpStatusCode.Forbidden, await mallory.ConfirmAsync(link, null, await ocis.MiraAsync()));
        Assert.Equal(HttpStatusCode.Unauthorized, await mallory.SignInAsync());

        // She registers herself, beside it, and what waited for her address is gone.
        var vera = new Newcomer(ocis, "vera", Address);
        Assert.Equal(HttpStatusCode.OK, await vera.ConfirmAsync(await vera.RegisterAsync(), vera.Password));
        Assert.Equal(HttpStatusCode.NotFound, await mallory.ConfirmAsync(link, mallory.Password));
        Assert.Equal(HttpStatusCode.NoContent, await vera.SignInAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, await mallory.SignInAsync());
    }

    [Fact, Trait("Clause", "OCIS-5.3")]
    public async Task Who_did_not_ask_ends_it_by_one_click_and_nothing_of_it_is_left()
    {
        await using var ocis = new OcisFactory();
        var mallory = new Newcomer(ocis, "mallory", Address);
        var link = await mallory.RegisterAsync();
        await new Newcomer(ocis, "malory", Address).RegisterAsync();
        var way = Newcomer.LinkIn(ocis.Mail.Sent.First().Text, "/account/discard");

        Assert.Contains("<form method=\"post\"", await ocis.Browser().GetStringAsync(way), StringComparison.Ordinal);
        Assert.Contains(await ocis.Database.EverythingAsync(), value => value == "AddressClaims" || value.StartsWith("pac1.", StringComparison.Ordinal));
        Assert.Equal(2, await ocis.InAsync<OcisContext, int>(rows => rows.AddressClaims.CountAsync()));
        Assert.Equal(HttpStatusCode.OK, (await ocis.Browser().PostAsync(way, null)).StatusCode);
        Assert.Equal((0, 0), await WaitingAsync(ocis));
        Assert.Equal(HttpStatusCode.NotFound, (await ocis.Browser().PostAsync(way, null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await mallory.ConfirmAsync(link, mallory.Password));
    }

    [Theory, MemberData(nameof(Databases)), Trait("Clause", "OCIS-4.4")]
    public async Task What_nobody_confirms_is_gone_on_the_third_day(string provider)
    {
        await using var ocis = new OcisFactory(provider);
        var vera = new Newcomer(ocis, "vera", Address);
        var link = await vera.RegisterAsync();
        Assert.Equal(HttpStatusCode.Accepted, await ChangeAsync(await ocis.MiraAsync(), "mira@new.example", OcisSeed.Password));
        Assert.Equal((2, 2), await WaitingAsync(ocis));
        ocis.Clock.Advance(TimeSpan.FromDays(2) - TimeSpan.FromSeconds(1));
        await ocis.InAsync<IRetentionSweep, SweepReport>(sweep => sweep.SweepAsync(new SweepOptions()));
        Assert.Equal((2, 2), await WaitingAsync(ocis));
        ocis.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.NotFound, await vera.ConfirmAsync(link, vera.Password));

        ocis.Clock.Advance(TimeSpan.FromHours(18)); // three at night comes once more
        await ocis.InAsync<IRetentionSweep, SweepReport>(sweep => sweep.SweepAsync(new SweepOptions()));
        Assert.Equal((0, 0), await WaitingAsync(ocis));
        Assert.Equal("mira@example.com", await ocis.InAsync<OcisContext, string?>(rows =>
            rows.Users.Where(user => user.Id == OcisSeed.Mira).Select(user => user.Email).SingleAsync()));
    }

    public static TheoryData<string> Databases => TestDatabase.All;

    [Theory, MemberData(nameof(Databases)), Trait("Clause", "OCIS-5.1"), Trait("Clause", "OCIS-5.3"), Trait("Clause", "OCIS-5.7")]
    public async Task Whose_address_somebody_typed_sees_what_there_is_and_has_it_erased(string provider)
    {
        await using var ocis = new OcisFactory(provider);
        await new Newcomer(ocis, "mallory", Address).RegisterAsync();
        await new Newcomer(ocis, "malory", " VERA@Example.com").RegisterAsync();

        var vera = new RightsDesk(ocis.Browser());
        var access = await AskAsync(ocis, vera, "access");
        var copy = (await vera.SeeAsync($"/rights/requests/{access}/copy")).ToString();
        foreach (var known in (string[])[Address, "mallory", "malory", "withheld"])
            Assert.Contains(known, copy, StringComparison.Ordinal);
        Assert.DoesNotContain("AQAAAA", copy, StringComparison.Ordinal);

        var erasure = await AskAsync(ocis, vera, "erasure");
        await new RightsDesk(await ocis.OfficerAsync()).DoAsync($"/rights/staff/requests/{erasure}/execute", new { });
        Assert.Equal((0, 0), await WaitingAsync(ocis));
    }

    [Fact, Trait("Clause", "OCIS-2.4")]
    public async Task Newsletters_are_agreed_to_by_words_of_their_own_and_the_proof_says_which()
    {
        await using var ocis = new OcisFactory();
        var shown = NewsletterChoicesText;
        var silent = new Newcomer(ocis, "silent", "silent@example.com");
        Assert.Equal(HttpStatusCode.OK, await silent.ConfirmAsync(await silent.RegisterAsync(wantsNewsletters: true), silent.Password));
        var older = new Newcomer(ocis, "older", "older@example.com");
        Assert.Equal(HttpStatusCode.OK, await older.ConfirmAsync(await older.RegisterAsync(), older.Password, agreed: new string('0', 64)));
        var vera = new Newcomer(ocis, "vera", Address);
        var link = await vera.RegisterAsync();
        var page = await ocis.Browser().GetStringAsync(link);
        Assert.Contains(shown.Text, page, StringComparison.Ordinal);
        Assert.Contains($"<input type=\"checkbox\" name=\"agreed\" value=\"{shown.Hash}\">", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await vera.ConfirmAsync(link, vera.Password, agreed: shown.Hash));

        Assert.Empty(await ConsentsAsync(ocis, "silent"));
        Assert.Empty(await ConsentsAsync(ocis, "older"));
        var proof = Assert.Single(await ConsentsAsync(ocis, "vera"));
        Assert.Equal((Purposes.Promotion, shown.Hash, shown.Version), (proof.Purpose, proof.TextHash, proof.TextVersion));
        Assert.Equal(["jonas@example.com", "mira@example.com", Address], (await NewsletterAsync(ocis)).Order());

        // Who is signed in is shown the same, and says so.
        var mira = await ocis.MiraAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await mira.PostAsJsonAsync("/newsletter/subscribe", new { topics = "jazz" })).StatusCode);
        Assert.Contains(shown.Hash, await mira.GetStringAsync("/newsletter/consent"), StringComparison.Ordinal);
    }

    [Fact, Trait("Clause", "OCIS-4.2")]
    public async Task Whether_somebody_has_an_account_is_told_to_their_address_alone()
    {
        await using var ocis = new OcisFactory();
        var answers = new List<string>();
        foreach (var (name, address) in ((string, string)[])[("new", "new@example.com"), ("mira", "x@example.com"), ("other", "MIRA@example.com ")])
            answers.Add(await new Newcomer(ocis, name, address).AnswerAsync());

        Assert.Single(answers.Distinct());
        Assert.Equal(["new@example.com", "x@example.com", "MIRA@example.com"], ocis.Mail.Sent.Select(mail => mail.To));
        Assert.Equal(3, ocis.Mail.Sent.Select(mail => mail.Text.Split("https://")[0]).Distinct().Count());
        // Nothing is kept of who could get no account.
        Assert.Equal((1, 1), await WaitingAsync(ocis));
    }

    [Fact, Trait("Clause", "OCIS-5.7")]
    public async Task An_address_has_one_owner_however_it_is_written_and_the_letter_comes_again()
    {
        await using var ocis = new OcisFactory();
        var vera = new Newcomer(ocis, "vera", Address);
        var first = await vera.RegisterAsync();
        var second = await new Newcomer(ocis, "vera", " VERA@Example.com").RegisterAsync();
        Assert.NotEqual(first, second);
        Assert.Equal((1, 2), await WaitingAsync(ocis));
        Assert.Equal(HttpStatusCode.OK, await vera.ConfirmAsync(second, vera.Password));
        Assert.Equal(HttpStatusCode.NotFound, await vera.ConfirmAsync(first, vera.Password));
        Assert.Equal((0, 0), await WaitingAsync(ocis));
        Assert.Equal(1, await RequestsAfterAskingAsync(ocis, "Vera@example.COM"));
    }

    [Theory, MemberData(nameof(Databases)), Trait("Clause", "OCIS-5.7")]
    public async Task Of_two_who_confirm_one_address_at_once_one_has_it(string provider)
    {
        await using var ocis = new OcisFactory(provider);
        var people = Enumerable.Range(0, 4).Select(number => new Newcomer(ocis, $"vera{number}", Address)).ToList();
        var links = new List<string>();
        foreach (var one in people)
            links.Add(await one.RegisterAsync());
        // Each has read that the address is free before one of them writes: the index of the database decides.
        using var all = new Barrier(people.Count);
        ocis.BeforeSaving = () => all.SignalAndWait(TimeSpan.FromSeconds(20));
        var answers = await Task.WhenAll(people.Zip(links, (one, link) => Task.Run(() => one.ConfirmAsync(link, one.Password))));
        ocis.BeforeSaving = null;

        Assert.Single(answers, HttpStatusCode.OK);
        Assert.Equal(3, answers.Count(answer => answer == HttpStatusCode.NotFound));
        var winner = people[Array.IndexOf(answers, HttpStatusCode.OK)];
        foreach (var one in people)
            Assert.Equal(one == winner ? HttpStatusCode.NoContent : HttpStatusCode.Unauthorized, await one.SignInAsync());
        Assert.Equal((0, 0), await WaitingAsync(ocis));
    }

    [Fact, Trait("Clause", "OCIS-5.2"), Trait("Clause", "OCIS-2.3")]
    public async Task Another_address_takes_the_password_and_the_one_before_is_told()
    {
        await using var ocis = new OcisFactory();
        var mira = await ocis.MiraAsync();
        Assert.Equal(HttpStatusCode.Forbidden, await ChangeAsync(mira, "thief@example.com", null));
        Assert.Equal(HttpStatusCode.Forbidden, await ChangeAsync(mira, "thief@example.com", "guess"));
        Assert.Empty(ocis.Mail.Sent);

        Assert.Equal(HttpStatusCode.Accepted, await ChangeAsync(mira, "mira@new.example", OcisSeed.Password));
        Assert.Equal(["mira@example.com", "mira@new.example"], ocis.Mail.Sent.Select(mail => mail.To).Order());
        Assert.DoesNotContain("mira@new.example", ocis.Mail.Sent.Single(mail => mail.To == "mira@example.com").Text, StringComparison.Ordinal);
        // Who reads the address before stops it, without a password.
        Assert.Contains("your password is known to somebody", ocis.Mail.Sent.Single(mail => mail.To == "mira@example.com").Text, StringComparison.Ordinal);
        var stop = Newcomer.LinkIn(ocis.Mail.Sent.Single(mail => mail.To == "mira@example.com").Text, "/account/stop");
        var link = Newcomer.LinkIn(ocis.Mail.Sent.Single(mail => mail.To == "mira@new.example").Text, "/account/confirm");
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(ocis.Browser(), link.Replace("/confirm", "/stop", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(ocis.Browser(), stop));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(mira, link));
        Assert.Equal((0, 0), await WaitingAsync(ocis));

        // Signed in, or by the password; and who has neither cannot.
        ocis.Mail.Sent.Clear();
        Assert.Equal(HttpStatusCode.Accepted, await ChangeAsync(mira, "mira@new.example", OcisSeed.Password));
        link = Newcomer.LinkIn(ocis.Mail.Sent.Single(mail => mail.To == "mira@new.example").Text, "/account/confirm");
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(ocis.Browser(), link));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(await ocis.SignInAsync("jonas"), link));
        ocis.Mail.Sent.Clear();
        Assert.Equal(HttpStatusCode.OK, await PostAsync(mira, link));
        Assert.Contains("mira@new.example", await mira.GetStringAsync("/account"), StringComparison.Ordinal);
        Assert.Equal("mira@example.com", Assert.Single(ocis.Mail.Sent).To);
    }

    [Fact, Trait("Clause", "OCIS-5.7"), Trait("Clause", "OCIS-4.2")]
    public async Task Who_closed_an_account_has_it_back_by_the_same_address_with_no_role_and_no_consent()
    {
        await using var ocis = new OcisFactory();
        Assert.Equal(HttpStatusCode.OK, (await (await ocis.MiraAsync()).PostAsync("/account/close", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await ocis.EditorAsync()).PostAsync("/account/close", null)).StatusCode);
        foreach (var (name, address) in ((string, string)[])[("mira", "mira@example.com"), ("edda2", "edda@ocis.example")])
        {
            var back = new Newcomer(ocis, name, address);
            Assert.Equal(HttpStatusCode.OK, await back.ConfirmAsync(await back.RegisterAsync(), back.Password));
            Assert.Equal(HttpStatusCode.NoContent, await back.SignInAsync());
        }

        Assert.Equal(1, await ocis.InAsync<OcisContext, int>(rows => rows.Users.CountAsync(user => user.UserName == "mira" && user.Id == OcisSeed.Mira)));
        var mira = await ocis.SignInAsync("mira", new Newcomer(ocis, "mira", "").Password);
        Assert.Contains("A Midsummer Night", await mira.GetStringAsync("/orders"), StringComparison.Ordinal);
        Assert.False(await ocis.InAsync<IConsents, bool>(consents => consents.IsGivenAsync(Subjects.User, OcisSeed.Mira.ToString(), Purposes.Promotion)));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await ocis.SignInAsync("edda2", new Newcomer(ocis, "", "").Password)).GetAsync("/usage")).StatusCode);
    }

    [Theory, Trait("Clause", "OCIS-1.1")]
    [InlineData("vera", "no address"), InlineData("vera", "vera@example.com\r\nBcc: all@example.com")]
    [InlineData("v", Address), InlineData("vera https://phish.example", Address), InlineData("vera'", Address)]
    public async Task What_cannot_be_is_not_taken_and_nobody_is_written_to(string userName, string address)
    {
        await using var ocis = new OcisFactory();
        Assert.StartsWith("BadRequest", await new Newcomer(ocis, userName, address).AnswerAsync(), StringComparison.Ordinal);
        Assert.Empty(ocis.Mail.Sent);
        Assert.Equal((0, 0), await WaitingAsync(ocis));
    }

    [Fact, Trait("Clause", "OCIS-2.3")]
    public async Task Nobody_is_flooded_with_letters_that_somebody_else_asks_for()
    {
        await using var ocis = new OcisFactory();
        for (var time = 0; time < 12; time++)
            await new Newcomer(ocis, $"mallory{time}", time % 2 == 0 ? Address : " VERA@Example.com").AnswerAsync();
        Assert.Equal(5, ocis.Mail.Sent.Count);
        Assert.Equal((1, 5), await WaitingAsync(ocis));
    }

    private static ConsentText NewsletterChoicesText => NewsletterChoices.Text;

    private static async Task<Guid> AskAsync(OcisFactory ocis, RightsDesk vera, string right)
    {
        var id = (await vera.DoAsync($"/rights/ask/{right}", new { contact = Address }, HttpStatusCode.Accepted)).GetProperty("id").GetGuid();
        await ocis.DispatchAsync();
        Assert.Equal(Address, ocis.Mail.Sent.Last().To);
        await vera.DoAsync($"/rights/requests/{id}/verify", new { code = ocis.Mail.Code });
        await ocis.DispatchAsync();
        if (right == "access")
            await new RightsDesk(await ocis.OfficerAsync()).DoAsync($"/rights/staff/requests/{id}/execute", new { });
        return id;
    }

    private static async Task<HttpStatusCode> ChangeAsync(HttpClient member, string email, string? password) =>
        (await member.PutAsJsonAsync("/account/email", new { email, password })).StatusCode;

    private static async Task<HttpStatusCode> PostAsync(HttpClient browser, string link) =>
        (await browser.PostAsync(link, new FormUrlEncodedContent([]))).StatusCode;

    private static Task<(int Addresses, int Claims)> WaitingAsync(OcisFactory ocis) => ocis.InAsync<OcisContext, (int, int)>(async rows =>
        (await rows.PendingAddresses.CountAsync(), await rows.AddressClaims.CountAsync()));

    private static async Task<IReadOnlyList<string>> NewsletterAsync(OcisFactory ocis)
    {
        ocis.Mail.Sent.Clear();
        (await (await ocis.EditorAsync()).PostAsJsonAsync("/newsletters", new { title = "Summer", text = "It comes." })).EnsureSuccessStatusCode();
        return [.. ocis.Mail.Sent.Select(mail => mail.To)];
    }

    private static async Task<int> RequestsAfterAskingAsync(OcisFactory ocis, string contact)
    {
        await new RightsDesk(ocis.Browser()).DoAsync("/rights/ask/access", new { contact }, HttpStatusCode.Accepted);
        return (await ocis.InAsync<IPrivacyRequests, IReadOnlyList<PrivacyRequest>>(desk => desk.OpenAsync()))
            .Count(request => request.Subject == Subjects.User);
    }

    private static async Task<IReadOnlyList<PrivacyConsent>> ConsentsAsync(OcisFactory ocis, string userName)
    {
        var id = await ocis.InAsync<OcisContext, Guid>(rows => rows.Users.Where(user => user.UserName == userName).Select(user => user.Id).SingleAsync());
        return await ocis.InAsync<IConsents, IReadOnlyList<PrivacyConsent>>(consents => consents.HistoryAsync(Subjects.User, id.ToString()));
    }
}
