using System.Security.Claims;
using JovaPos.Accounts;

namespace JovaPos.Recommendations;

/// <summary>A customer's own recommendations.</summary>
public static class RecommendationEndpoints
{
    public static void MapRecommendations(this IEndpointRouteBuilder app)
    {
        var recommendations = app.MapGroup("/recommendations").RequireAuthorization(ShopPolicies.Customer);

        recommendations.MapGet("/", (ClaimsPrincipal user, Recommender recommender, CancellationToken cancel) =>
            recommender.OfAsync(ShopClaims.CustomerIdOf(user), cancel));

        recommendations.MapGet("/shelves", (ClaimsPrincipal user, Recommender recommender, CancellationToken cancel) =>
            recommender.ShelvesAsync(ShopClaims.CustomerIdOf(user), cancel));

        recommendations.MapPost("/refresh", async (
            ClaimsPrincipal user, Recommender recommender, CancellationToken cancel) =>
            Results.Ok(new { Found = await recommender.RefreshAsync(ShopClaims.CustomerIdOf(user), cancel) }));
    }
}
