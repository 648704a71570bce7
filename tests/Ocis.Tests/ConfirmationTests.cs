using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Ocis.Data;
using PolicyAsCode.EntityFrameworkCore;

namespace Ocis.Tests;

/// <summary>An address counts once its reader has said so, by a link that was sent there: it then has one owner.</summary>
public sealed partial class ConfirmationTests
{
    private const string Address = "vera@example.com";

    [Fact, Trait("Clause", "OCIS-2.4"), Trait("Clause", "OCIS-5.7")]
    public async Task Nothing_goes_to_an_address_whose_reader_has_not_said_that_it_is_theirs()
    {
        await using var ocis = new OcisFactory();
        await RegisterAsync(ocis, "vera", Address);
        var link = LinkIn(Assert.Single(ocis.Mail.Sent));
        ocis.Mail.Sent.Clear();

        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(ocis, "vera"));
        Assert.DoesNotContain(Address, await NewsletterAsync(ocis));
        Assert.Equal(0, await RequestsAfterAskingAsync(ocis, Address));
        Assert.False(await AgreedAsync(ocis, "vera"));

        // A program that looks at links before people do confirms nothing.
        var stranger = ocis.Browser();
        Assert.Contains("<form method=\"post\"", await stranger.GetStringAsync(link), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(ocis, "vera"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync(link[..^4] + "AAAA", null)).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await stranger.PostAsync(link, null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, await SignInAsync(ocis, "vera"));
        Assert.Contains(Address, await NewsletterAsync(ocis));
        Assert.Equal(1, await RequestsAfterAskingAsync(ocis, Address));
        Assert.True(await AgreedAsync(ocis, "vera"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync(link, null)).StatusCode);
    }

    [Fact, Trait("Clause", "OCIS-2.4")]
    public async Task A_link_is_good_for_two_days()
    {
        await using var ocis = new OcisFactory();
        await RegisterAsync(ocis, "vera", Address);
        var link = LinkIn(Assert.Single(ocis.Mail.Sent));
        ocis.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(HttpStatusCode.NotFound, (await ocis.Browser().PostAsync(link, null)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(ocis, "vera"));

        // The name is free again, and the old link confirms nothing of the new account.
        await RegisterAsync(ocis, "vera", "other@example.com");
        Assert.Equal(HttpStatusCode.OK, (await ocis.Browser().PostAsync(LinkIn(ocis.Mail.Sent.Last()), null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, await SignInAsync(ocis, "vera"));
    }

    [Fact, Trait("Clause", "OCIS-4.2")]
    public async Task Whether_somebody_has_an_account_is_told_to_their_address_alone()
    {
        await using var ocis = new OcisFactory();
        var answers = new List<string>();
        foreach (var (name, address) in ((string, string)[])[("new", "new@example.com"), ("mira", "x@example.com"), ("other", "MIRA@example.com ")])
            answers.Add(await AnswerAsync(await RegisterAsync(ocis, name, address)));

        Assert.Single(answers.Distinct());
        Assert.Equal(["new@example.com", "x@example.com", "MIRA@example.com"], ocis.Mail.Sent.Select(mail => mail.To.Trim()));
        Assert.Equal(3, ocis.Mail.Sent.Select(mail => mail.Text.Split("https://")[0]).Distinct().Count());
    }

    [Fact, Trait("Clause", "OCIS-5.7")]
    public async Task An_address_has_one_owner_however_it_is_written_and_accounts_beside_it_take_no_right_away()
    {
        await using var ocis = new OcisFactory();
        await RegisterAsync(ocis, "first", Address);
        await RegisterAsync(ocis, "second", " VERA@Example.com");
        var links = ocis.Mail.Sent.Select(LinkIn).ToList();
        Assert.Equal(HttpStatusCode.OK, (await ocis.Browser().PostAsync(links[0], null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ocis.Browser().PostAsync(links[1], null)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(ocis, "second"));
        Assert.Equal(1, await RequestsAfterAskingAsync(ocis, "Vera@example.COM"));

        // The database holds it where two confirm at once.
        await Assert.ThrowsAsync<DbUpdateException>(() => ocis.InAsync<OcisContext, int>(rows =>
        {
            rows.Users.Add(new() { Id = Guid.NewGuid(), Email = "vera@EXAMPLE.com", RegisteredAt = OcisFactory.Start, LastActivityAt = OcisFactory.Start });
            return rows.SaveChangesAsync();
        }));
    }

    private static async Task<HttpResponseMessage> RegisterAsync(OcisFactory ocis, string userName, string email)
    {
        var form = new { name = "Vera Lang", email, userName, password = OcisSeed.Password, birthDate = "1990-01-01", wantsNewsletters = true };
        var answer = await ocis.Browser().PostAsJsonAsync("/account/register", form);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return answer;
    }

    private static async Task<string> AnswerAsync(HttpResponseMessage answer) =>
        $"{answer.StatusCode} {string.Join(' ', answer.Headers.Select(header => header.Key))} {await answer.Content.ReadAsStringAsync()}";

    private static string LinkIn((string To, string Subject, string Text) mail) => Links().Match(mail.Text).Value;

    private static async Task<HttpStatusCode> SignInAsync(OcisFactory ocis, string userName) =>
        (await ocis.Browser().PostAsJsonAsync("/account/sign-in", new { userName, password = OcisSeed.Password })).StatusCode;

    private static async Task<IReadOnlyList<string>> NewsletterAsync(OcisFactory ocis)
    {
        ocis.Mail.Sent.Clear();
        (await (await ocis.EditorAsync()).PostAsJsonAsync("/newsletters", new { title = "Summer", text = "It comes." })).EnsureSuccessStatusCode();
        return [.. ocis.Mail.Sent.Select(mail => mail.To)];
    }

    private static async Task<int> RequestsAfterAskingAsync(OcisFactory ocis, string contact)
    {
        await new RightsDesk(ocis.Browser()).DoAsync("/rights/ask/access", new { contact }, HttpStatusCode.Accepted);
        return (await ocis.InAsync<IPrivacyRequests, IReadOnlyList<PrivacyRequest>>(desk => desk.OpenAsync())).Count;
    }

    private static async Task<bool> AgreedAsync(OcisFactory ocis, string userName)
    {
        var id = await ocis.InAsync<OcisContext, Guid>(rows => rows.Users.Where(user => user.UserName == userName).Select(user => user.Id).SingleAsync());
        return await ocis.InAsync<IConsents, bool>(consents => consents.IsGivenAsync(Subjects.User, id.ToString(), Purposes.Promotion));
    }

    [GeneratedRegex(@"/account/confirm\?\S+")]
    private static partial Regex Links();
}
