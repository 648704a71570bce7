using System.Security.Claims;
using BotBelanja.Security;

namespace BotBelanja.Stock;

/// <summary>What a shop's stock room sees of its shelves, and how it fills them.</summary>
internal static class StockEndpoints
{
    [Purpose(Purposes.Transactions)]
    public static void MapStock(this IEndpointRouteBuilder app)
    {
        var stock = app.MapGroup("/stock").RequireAuthorization(nameof(KeyScope.Fulfilment));

        stock.MapGet("/", (ClaimsPrincipal caller, StockRoom room, CancellationToken cancel) =>
            room.ListAsync(ShopClaims.ShopOf(caller), cancel));

        stock.MapPost("/{sku}", async (
            string sku, StockFilling filling, ClaimsPrincipal caller, StockRoom room, CancellationToken cancel) =>
            filling.Quantity < 1 ? Results.BadRequest()
            : await room.FillAsync(ShopClaims.ShopOf(caller), sku, filling.Quantity, cancel) ? Results.NoContent()
            : Results.NotFound());
    }
}
