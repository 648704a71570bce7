using System.Security.Claims;
using JovaPos.Accounts;
using JovaPos.Communication;
using JovaPos.Data;
using Microsoft.EntityFrameworkCore;

namespace JovaPos.Ordering;

/// <summary>The catalogue, which anybody may see, and a customer's own orders.</summary>
public static class OrderEndpoints
{
    [Purpose(Purposes.Transactions)]
    public static void MapOrders(this IEndpointRouteBuilder app)
    {
        app.MapGet("/products", (ShopContext shop, CancellationToken cancel) =>
            shop.Products
                .OrderBy(product => product.Title)
                .Select(product => new { product.Id, product.Sku, product.Title, product.PriceRupiah })
                .ToListAsync(cancel));

        var orders = app.MapGroup("/orders").RequireAuthorization(ShopPolicies.Customer);

        orders.MapGet("/", (ClaimsPrincipal user, OrderService service, CancellationToken cancel) =>
            service.OfAsync(ShopClaims.CustomerIdOf(user), cancel));

        orders.MapPost("/", async (
            OrderForm form, ClaimsPrincipal user, OrderService service, CancellationToken cancel) =>
            await service.PlaceAsync(ShopClaims.CustomerIdOf(user), form, cancel) is { } order
                ? Results.Created($"/orders/{order.Number}", order)
                : Results.BadRequest());

        orders.MapGet("/{number}/receipt", async (
            [DataCategory(Categories.Transaction.Order)] string number,
            ClaimsPrincipal user,
            Receipts receipts,
            CancellationToken cancel) =>
            await receipts.OfAsync(ShopClaims.CustomerIdOf(user), number, cancel) is { } receipt
                ? Results.Text(receipt.Text)
                : Results.NotFound());

        app.MapPost("/orders/{number}/arrived", async (
            [DataCategory(Categories.Transaction.Order)] string number, OrderService service, CancellationToken cancel) =>
            await service.ArriveAsync(number, cancel) ? Results.NoContent() : Results.NotFound())
            .RequireAuthorization(ShopPolicies.Staff);
    }
}
