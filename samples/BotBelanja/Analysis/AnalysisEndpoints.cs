using System.Security.Claims;
using BotBelanja.Security;

namespace BotBelanja.Analysis;

/// <summary>A shop's own figures.</summary>
internal static class AnalysisEndpoints
{
    [Purpose(Purposes.ServiceImprovement)]
    public static void MapAnalysis(this IEndpointRouteBuilder app) =>
        app.MapGet("/analysis", async (int? days, ClaimsPrincipal caller, HandlingAnalysis analysis, CancellationToken cancel) =>
            days is < 1 or > 366
                ? Results.BadRequest()
                : Results.Ok(await analysis.OfAsync(ShopClaims.ShopOf(caller), days ?? 30, cancel)))
            .RequireAuthorization(nameof(KeyScope.Analysis));
}
