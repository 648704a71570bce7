using JovaPos.Accounts;

namespace JovaPos.Analysis;

/// <summary>Trends for staff, and what goes to research.</summary>
public static class AnalysisEndpoints
{
    public static void MapAnalysis(this IEndpointRouteBuilder app)
    {
        var analysis = app.MapGroup("/analysis").RequireAuthorization(ShopPolicies.Staff);

        analysis.MapGet("/sales", (SalesAnalysis sales, CancellationToken cancel) => sales.SoldAsync(cancel));

        analysis.MapPost("/share", async (SalesAnalysis sales, CancellationToken cancel) =>
            Results.Ok(new { Shared = await sales.ShareAsync(cancel) }));
    }
}
