using JovaPos.Accounts;
using JovaPos.Data;
using Microsoft.EntityFrameworkCore;

namespace JovaPos.Privacy;

/// <summary>The answer to the cookie banner, and the one cookie that needs it [JOVA-5.1].</summary>
[Purpose(Purposes.RightsHandling)]
public sealed class CookieChoices(ShopContext shop, TimeProvider time)
{
    private const string Granted = "granted";
    private const string Refused = "refused";
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(180);

    /// <summary>Whether this browser has answered.</summary>
    public static bool Answered(HttpRequest request) => request.Cookies.ContainsKey(ShopCookies.Consent);

    /// <summary>Whether this browser may be given a campaign cookie.</summary>
    [Gate(Gates.Consent)]
    public static bool AllowsCampaigns(HttpRequest request) => request.Cookies[ShopCookies.Consent] == Granted;

    /// <summary>Remembers an answer in the browser, and for a customer who is signed in as proof.</summary>
    public async Task AnswerAsync(HttpContext http, bool allowCampaigns, CancellationToken cancel)
    {
        if (http.User.HasClaim(claim => claim.Type == ShopClaims.CustomerId))
            await RecordAsync(ShopClaims.CustomerIdOf(http.User), allowCampaigns, cancel);

        http.Response.Cookies.Append(ShopCookies.Consent, allowCampaigns ? Granted : Refused, Options());
        if (!allowCampaigns)
            http.Response.Cookies.Delete(ShopCookies.Campaign);
    }

    /// <summary>Remembers in the browser from which campaign somebody came, if they agreed to that.</summary>
    public static void CameFrom(HttpContext http, int campaignId)
    {
        if (AllowsCampaigns(http.Request))
            http.Response.Cookies.Append(ShopCookies.Campaign, $"{campaignId}", Options());
    }

    private async Task RecordAsync(Guid customerId, bool allowed, CancellationToken cancel)
    {
        var standing = await shop.CookieConsents
            .Where(consent => consent.CustomerId == customerId && consent.WithdrawnAt == null)
            .ToListAsync(cancel);
        if (allowed && standing.Count == 0)
        {
            shop.CookieConsents.Add(new CookieConsent
            {
                Id = Guid.NewGuid(),
                CustomerId = customerId,
                Cookie = ShopCookies.Campaign,
                GivenAt = time.GetUtcNow(),
            });
        }

        foreach (var consent in standing.Where(_ => !allowed))
            consent.WithdrawnAt = time.GetUtcNow();
        await shop.SaveChangesAsync(cancel);
    }

    private static CookieOptions Options() => new()
    {
        HttpOnly = true,
        Secure = true,
        SameSite = SameSiteMode.Lax,
        MaxAge = Remembered,
    };
}
