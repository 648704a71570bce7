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

        app.MapPost("/no-more-offers", async (ClaimsPrincipal caller, IConsents consents, CancellationToken cancel) =>
        {
            await consents.WithdrawAsync(Subjects.User, OChatClaims.UserOf(caller).ToString(), Purposes.Promotion, "in-app", cancel);
            return Results.NoContent();
        }).RequireAuthorization(OChatPolicies.User);
    }
}
