using System.Security.Claims;
using JovaPos.Accounts;

namespace JovaPos.Support;

/// <summary>Warranty claims and feedback.</summary>
public static class SupportEndpoints
{
    [Purpose(Purposes.Transactions)]
    public static void MapSupport(this IEndpointRouteBuilder app)
    {
        var customers = app.MapGroup("/support").RequireAuthorization(ShopPolicies.Customer);

        customers.MapPost("/claims", async (
            WarrantyForm form, ClaimsPrincipal user, WarrantyDesk desk, CancellationToken cancel) =>
            await desk.OpenAsync(ShopClaims.CustomerIdOf(user), form, cancel) is { } id
                ? Results.Created($"/support/claims/{id}", new { Id = id })
                : Results.BadRequest());

        customers.MapPost("/feedback", async (
            FeedbackForm form, ClaimsPrincipal user, FeedbackBox box, CancellationToken cancel) =>
        {
            await box.GiveAsync(ShopClaims.CustomerIdOf(user), form, cancel);
            return Results.NoContent();
        });

        app.MapPost("/support/claims/{id:guid}/settle", async (
            Guid id, WarrantySettlement settlement, WarrantyDesk desk, CancellationToken cancel) =>
            await desk.SettleAsync(id, settlement.Resolution, cancel) ? Results.NoContent() : Results.NotFound())
            .RequireAuthorization(ShopPolicies.Staff);
    }
}
