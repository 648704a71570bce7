using JovaPos.Accounts;

namespace JovaPos.Books;

/// <summary>What the books owe the tax office.</summary>
public static class BookEndpoints
{
    public static void MapBooks(this IEndpointRouteBuilder app) =>
        app.MapPost("/books/{year:int:range(2000,2100)}/hand-over", async (
            int year, Bookkeeping books, CancellationToken cancel) =>
            Results.Ok(new { HandedOver = await books.HandOverAsync(year, cancel) }))
            .RequireAuthorization(ShopPolicies.Manager);
}
