using JovaPos.Accounts;
using JovaPos.Data;
using Microsoft.EntityFrameworkCore;

namespace JovaPos.Privacy;

/// <summary>The answer to the cookie banner, and the one cookie that needs it [JOVA-5.1].</summary>
[Purpose(Purposes.RightsHandling)]
public sealed class CookieChoices(ShopContext shop, TimeProvider time)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(180);

    /// <summary>Whether this browser has answered.</summary>
    public static bool Answered(HttpRequest request) => request.Cookies.ContainsKey(ShopCookies.Consent);

    /// <summary>Remembers an answer, under a number that stands for the browser and nobody else.</summary>
    public async Task AnswerAsync(HttpContext http, bool allowCampaigns, CancellationToken cancel)
    {
        var browser = http.Request.Cookies[ShopCookies.Consent] ?? Guid.NewGuid().ToString("N");
        var now = time.GetUtcNow();
        var known = await shop.CookieConsents.SingleOrDefaultAsync(consent => consent.BrowserId == browser, cancel);
        if (known is null)
            shop.CookieConsents.Add(known = new CookieConsent { Id = Guid.NewGuid(), BrowserId = browser });

        known.CampaignCookies = allowCampaigns;
        known.AnsweredAt = now;
        known.WithdrawnAt = allowCampaigns ? null : now;
        if (http.User.Claims.FirstOrDefault(claim => claim.Type == ShopClaims.CustomerId) is { } customer)
            known.CustomerId = Guid.Parse(customer.Value);
        await shop.SaveChangesAsync(cancel);

        http.Response.Cookies.Append(ShopCookies.Consent, browser, Options());
        if (!allowCampaigns)
            http.Response.Cookies.Delete(ShopCookies.Campaign);
    }

    /// <summary>Whether this browser may be given a campaign cookie.</summary>
    [Gate(Gates.Consent)]
    public async Task<bool> AllowsCampaignsAsync(HttpContext http, CancellationToken cancel) =>
        http.Request.Cookies[ShopCookies.Consent] is { } browser
        && await shop.CookieConsents.AnyAsync(
            consent => consent.BrowserId == browser && consent.CampaignCookies == true, cancel);

    /// <summary>Remembers from which campaign somebody came, if they agreed to that.</summary>
    public async Task CameFromAsync(HttpContext http, int campaignId, CancellationToken cancel)
    {
        if (await AllowsCampaignsAsync(http, cancel))
            http.Response.Cookies.Append(ShopCookies.Campaign, $"{campaignId}", Options());
    }

    private static CookieOptions Options() => new()
    {
        HttpOnly = true,
        Secure = true,
        SameSite = SameSiteMode.Lax,
        MaxAge = Remembered,
    };
}
