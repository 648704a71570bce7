using OChat.Accounts;

namespace OChat.Usage;

/// <summary>How OChat is used, for those who work at it.</summary>
internal static class UsageEndpoints
{
    public static void MapUsage(this IEndpointRouteBuilder app)
    {
        var usage = app.MapGroup("/usage").RequireAuthorization(OChatPolicies.Operator);

        usage.MapGet("/", (UsageAnalysis analysis, TimeProvider time, CancellationToken cancel) =>
            analysis.CountAsync(time.GetUtcNow().AddDays(-30), cancel));

        usage.MapPost("/share", async (UsageAnalysis analysis, TimeProvider time, CancellationToken cancel) =>
            Results.Ok(new { Shared = await analysis.ShareAsync(time.GetUtcNow().AddDays(-30), cancel) }));
    }
}
