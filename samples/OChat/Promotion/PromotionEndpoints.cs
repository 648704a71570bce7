using System.Security.Claims;
using OChat.Accounts;
using PolicyAsCode.EntityFrameworkCore;

namespace OChat.Promotion;

/// <summary>Offers, and the way out of them.</summary>
internal static class PromotionEndpoints
{
    public static void MapPromotion(this IEndpointRouteBuilder app)
    {
        app.MapPost("/offers", async (Offer offer, PromotionMailer mailer, CancellationToken cancel) =>
            Results.Ok(new { Sent = await mailer.SendAsync(offer, cancel) })).RequireAuthorization(OChatPolicies.Operator);

        // By the link in a message: whoever has it is its reader, and needs no account's password for this. Programs that look at
        // links before people do end nothing.
        app.MapGet(WayOut.Path, (string reader, WayOut wayOut) =>
            wayOut.Read(reader) is null ? Results.NotFound() : WayOutPage.Asking);

        app.MapPost(WayOut.Path, async (string reader, WayOut wayOut, IConsents consents, CancellationToken cancel) =>
        {
            if (wayOut.Read(reader) is not { } user)
                return Results.NotFound();
            await consents.WithdrawAsync(Subjects.User, user.ToString(), Purposes.Promotion, "link", cancel);
            return WayOutPage.Done;
        });

        app.MapPost("/no-more-offers", async (ClaimsPrincipal caller, IConsents consents, CancellationToken cancel) =>
        {
            await consents.WithdrawAsync(Subjects.User, OChatClaims.UserOf(caller).ToString(), Purposes.Promotion, "in-app", cancel);
            return Results.NoContent();
        }).RequireAuthorization(OChatPolicies.User);
    }
}
