using System.Security.Claims;
using BotBelanja.Security;

namespace BotBelanja.Ordering;

/// <summary>What a shop's order page calls.</summary>
internal static class OrderEndpoints
{
    [Purpose(Purposes.Transactions)]
    public static void MapOrders(this IEndpointRouteBuilder app)
    {
        var orders = app.MapGroup("/orders").RequireAuthorization(nameof(KeyScope.Orders));

        orders.MapPost("/", async (OrderForm form, ClaimsPrincipal caller, OrderDesk desk, CancellationToken cancel) =>
            await desk.PlaceAsync(ShopClaims.ShopOf(caller), form, cancel) switch
            {
                { Order: { } order, IsNew: true } => Results.Created($"/orders/{order.Number}", order),
                { Order: { } order } => Results.Ok(order),
                { Refusal: var why } => Results.Problem(why, statusCode: StatusCodes.Status422UnprocessableEntity),
            });

        orders.MapGet("/", (ClaimsPrincipal caller, OrderDesk desk, CancellationToken cancel) =>
            desk.OpenAsync(ShopClaims.ShopOf(caller), cancel));

        orders.MapGet("/{number}", async (string number, ClaimsPrincipal caller, OrderDesk desk, CancellationToken cancel) =>
            await desk.FindAsync(ShopClaims.ShopOf(caller), number, cancel) is { } order
                ? Results.Ok(order)
                : Results.NotFound());
    }
}
