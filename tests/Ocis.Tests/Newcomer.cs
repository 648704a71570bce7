using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace Ocis.Tests;

/// <summary>Somebody who wants an account, under an address that may be theirs.</summary>
internal sealed partial class Newcomer(OcisFactory ocis, string userName, string address)
{
    public string Name => "Vera Lang";

    public string Password => "a long one, of words";

    /// <summary>Registers; the link in the letter that came of it.</summary>
    public async Task<string> RegisterAsync(bool wantsNewsletters = false)
    {
        Assert.StartsWith("Accepted", await AnswerAsync(wantsNewsletters), StringComparison.Ordinal);
        return LinkIn(ocis.Mail.Sent.Last().Text, "/account/confirm");
    }

    /// <summary>Registers; all that a stranger sees of it.</summary>
    public async Task<string> AnswerAsync(bool wantsNewsletters = false)
    {
        var form = new { name = Name, email = address, userName, password = Password, birthDate = "1990-01-01", wantsNewsletters };
        var answer = await ocis.Browser().PostAsJsonAsync("/account/register", form);
        return $"{answer.StatusCode} {string.Join(' ', answer.Headers.Select(header => header.Key))} {await answer.Content.ReadAsStringAsync()}";
    }

    /// <summary>Posts what the page behind the link asks for.</summary>
    public async Task<HttpStatusCode> ConfirmAsync(string link, string? password, HttpClient? browser = null, string? agreed = null)
    {
        var fields = new Dictionary<string, string>();
        if (password is not null)
            fields["password"] = password;
        if (agreed is not null)
            fields["agreed"] = agreed;
        return (await (browser ?? ocis.Browser()).PostAsync(link, new FormUrlEncodedContent(fields))).StatusCode;
    }

    public async Task<HttpStatusCode> SignInAsync() =>
        (await ocis.Browser().PostAsJsonAsync("/account/sign-in", new { userName, password = Password })).StatusCode;

    /// <summary>The link to a page that a letter has.</summary>
    public static string LinkIn(string text, string page) => Links().Matches(text).Select(link => link.Groups[1].Value)
        .Single(link => link.StartsWith(page + "?", StringComparison.Ordinal));

    [GeneratedRegex(@"https://ocis\.example(/\S+)")]
    private static partial Regex Links();
}
