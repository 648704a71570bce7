using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using OChat.Accounts;
using OChat.Data;
using OChat.Usage;

namespace OChat.Ordering;

/// <summary>The order page, which anybody may see; a customer's own orders; and those of a shop.</summary>
internal static class OrderEndpoints
{
    public static void MapOrders(this IEndpointRouteBuilder app)
    {
        app.MapGet("/pages/{slug}", async (
            string slug, HttpContext http, OChatContext ochat, VisitRecorder visits, CancellationToken cancel) =>
        {
            var found = await ochat.OrderPages.Where(page => page.Slug == slug)
                .Select(page => new
                {
                    page.Title,
                    Products = page.Products.OrderBy(product => product.Sku)
                        .Select(product => new { product.Sku, product.Title, product.PriceRupiah }).ToList(),
                })
                .SingleOrDefaultAsync(cancel);
            // What users do is recorded, and nothing of customers [OCHAT-1.3].
            if (found is not null && http.User.HasClaim(claim => claim.Type == OChatClaims.User))
                await visits.RecordAsync(OChatClaims.UserOf(http.User), Activities.OpenedPage, VisitOrigin.Of(http), cancel);
            return found is null ? Results.NotFound() : Results.Ok(found);
        });

        app.MapPost("/pages/{slug}/customers", async (
            string slug, Introduction introduction, HttpContext http, OrderDesk desk, CancellationToken cancel) =>
        {
            if (await desk.WelcomeAsync(slug, introduction, cancel) is not { } customer)
                return Results.NotFound();

            await http.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity(
                [new Claim(OChatClaims.Customer, customer.ToString())], CookieAuthenticationDefaults.AuthenticationScheme)));
            return Results.NoContent();
        });

        var orders = app.MapGroup("/orders").RequireAuthorization(OChatPolicies.Customer);
        orders.MapGet("/", (ClaimsPrincipal caller, OrderDesk desk, CancellationToken cancel) =>
            desk.OfCustomerAsync(OChatClaims.CustomerOf(caller), cancel));
        orders.MapPost("/", async (OrderForm form, ClaimsPrincipal caller, OrderDesk desk, CancellationToken cancel) =>
            await desk.PlaceAsync(OChatClaims.CustomerOf(caller), form, cancel) is { } order
                ? Results.Ok(order)
                : Results.BadRequest());

        var shop = app.MapGroup("/shop").RequireAuthorization(OChatPolicies.User);
        shop.MapGet("/orders", (ClaimsPrincipal caller, OrderDesk desk, CancellationToken cancel) =>
            desk.OfShopAsync(OChatClaims.UserOf(caller), cancel));
        shop.MapPost("/orders/{number}/delivered", async (
            string number, ClaimsPrincipal caller, OrderDesk desk, CancellationToken cancel) =>
            await desk.DeliveredAsync(OChatClaims.UserOf(caller), number, cancel) ? Results.NoContent() : Results.NotFound());
    }
}
