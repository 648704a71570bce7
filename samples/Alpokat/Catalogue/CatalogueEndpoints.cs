using System.Security.Claims;
using Alpokat.Accounts;

namespace Alpokat.Catalogue;

/// <summary>Uploading products, and looking at those of others.</summary>
internal static class CatalogueEndpoints
{
    public static void MapCatalogue(this IEndpointRouteBuilder app)
    {
        app.MapPost("/products", async (ProductForm form, ClaimsPrincipal caller, ProductCatalogue catalogue, CancellationToken cancel) =>
            form is { Title.Length: > 0, Group.Length: > 0, PriceRupiah: > 0 }
                ? Results.Created($"/products/{await catalogue.UploadAsync(AlpokatClaims.MerchantOf(caller), form, cancel)}", null)
                : Results.BadRequest())
            .RequireAuthorization(AlpokatPolicies.Merchant);

        app.MapGet("/products", (ClaimsPrincipal caller, ProductCatalogue catalogue, CancellationToken cancel) =>
            catalogue.OfAsync(AlpokatClaims.MerchantOf(caller), cancel)).RequireAuthorization(AlpokatPolicies.Merchant);

        // Prices and goods are for everybody; who sells them is for those who sell here.
        app.MapGet("/shops/{merchant:guid}/products", (Guid merchant, ProductCatalogue catalogue, CancellationToken cancel) =>
            catalogue.OfAsync(merchant, cancel));

        app.MapGet("/shops/{merchant:guid}", async (Guid merchant, ProductCatalogue catalogue, CancellationToken cancel) =>
            await catalogue.ShopAsync(merchant, cancel) is { } shop ? Results.Ok(shop) : Results.NotFound())
            .RequireAuthorization(AlpokatPolicies.Merchant);
    }
}
