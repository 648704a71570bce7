using System.Security.Claims;
using BotBelanja.Data;
using BotBelanja.Security;

namespace BotBelanja.Fulfilment;

/// <summary>What a shop's stock room calls.</summary>
internal static class FulfilmentEndpoints
{
    [Purpose(Purposes.Transactions)]
    public static void MapFulfilment(this IEndpointRouteBuilder app) =>
        app.MapPost("/fulfilment/{number}/{step}", async (
            string number, OrderStatus step, ClaimsPrincipal caller, FulfilmentDesk desk, CancellationToken cancel) =>
            await desk.MoveAsync(ShopClaims.ShopOf(caller), number, step, cancel) ? Results.NoContent() : Results.NotFound())
            .RequireAuthorization(nameof(KeyScope.Fulfilment));
}
