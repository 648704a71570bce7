using System.Security.Cryptography;
using Ocis.Accounts;
using PolicyAsCode.EntityFrameworkCore;

namespace Ocis.Statistics;

/// <summary>The answer to the cookie banner, and the one cookie that waits for it [OCIS-1.4].</summary>
public sealed class CookieChoices(IConsents consents)
{
    private const string Granted = "granted";

    private static readonly ConsentText s_text = new(
        "2026-01", "en", "OCIS may have my visits counted by its analytics provider, under a pseudonym. I can take this back at any time.");

    /// <summary>Remembers the answer in the browser, and as proof for who is signed in.</summary>
    public async Task AnswerAsync(HttpContext http, bool statistics, CancellationToken cancel)
    {
        http.Response.Cookies.Append("consent", statistics ? Granted : "refused", Options(TimeSpan.FromDays(180)));
        if (statistics)
            http.Response.Cookies.Append("statistics", NewId(), Options(TimeSpan.FromDays(365)));
        else
            http.Response.Cookies.Delete("statistics");

        if (!http.User.HasClaim(claim => claim.Type == OcisClaims.User))
            return;
        var user = OcisClaims.UserOf(http.User).ToString();
        if (statistics)
            await consents.GiveAsync(Subjects.User, user, Purposes.Statistics, s_text, "form", cancel);
        else
            await consents.WithdrawAsync(Subjects.User, user, Purposes.Statistics, "in-app", cancel);
    }

    /// <summary>How the platform should look in this browser, whoever sits there; false where there is no such look.</summary>
    [Purpose(Purposes.ServiceProvision)]
    public static bool Remember(HttpContext http, ThemeForm form)
    {
        if (form.Theme is not ("light" or "dark"))
            return false;
        http.Response.Cookies.Append("preferences", form.Theme, Options(TimeSpan.FromDays(365)));
        return true;
    }

    // Lives in the browser alone: nothing of it is stored.
    [return: DataCategory(Categories.Device.CookieId)]
    private static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static CookieOptions Options(TimeSpan age) =>
        new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, MaxAge = age };
}
