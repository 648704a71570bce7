using System.Security.Claims;
using Alpokat.Accounts;
using PolicyAsCode.EntityFrameworkCore;

namespace Alpokat.Promotion;

/// <summary>Announcements of partners, agreeing to them, and the way out.</summary>
internal static class PromotionEndpoints
{
    public static void MapPromotion(this IEndpointRouteBuilder app)
    {
        app.MapPost("/announcements", async (AnnouncementForm form, Announcer announcer, CancellationToken cancel) =>
            await announcer.AnnounceAsync(form, cancel) is { } reached ? Results.Ok(new { Reached = reached }) : Results.NotFound())
            .RequireAuthorization(AlpokatPolicies.Marketing);

        // By the link in a message: whoever has it is its reader, and needs no account's password for this. Programs that look at
        // links before people do end nothing.
        app.MapGet(WayOut.Path, (string pembaca, WayOut wayOut) =>
            wayOut.Read(pembaca) is null ? Results.NotFound() : WayOutPage.Asking);

        app.MapPost(WayOut.Path, async (string pembaca, WayOut wayOut, IConsents consents, CancellationToken cancel) =>
        {
            if (wayOut.Read(pembaca) is not { } merchant)
                return Results.NotFound();
            await consents.WithdrawAsync(Subjects.Merchant, merchant.ToString(), Purposes.Promotion, "link", cancel);
            return WayOutPage.Done;
        });

        var offers = app.MapGroup("/account/offers").RequireAuthorization(AlpokatPolicies.Merchant);

        offers.MapPut("/", async (ClaimsPrincipal caller, IConsents consents, CancellationToken cancel) =>
        {
            await consents.GiveAsync(
                Subjects.Merchant, AlpokatClaims.MerchantOf(caller).ToString(), Purposes.Promotion, OfferConsent.Text, "in-app", cancel);
            return Results.NoContent();
        });

        offers.MapDelete("/", async (ClaimsPrincipal caller, IConsents consents, CancellationToken cancel) =>
        {
            await consents.WithdrawAsync(
                Subjects.Merchant, AlpokatClaims.MerchantOf(caller).ToString(), Purposes.Promotion, "in-app", cancel);
            return Results.NoContent();
        });
    }
}
