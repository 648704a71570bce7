using Alpokat.Accounts;

namespace Alpokat.Improvement;

/// <summary>What the service is used with, for those who build it.</summary>
internal static class ImprovementEndpoints
{
    public static void MapImprovement(this IEndpointRouteBuilder app) =>
        app.MapGet("/systems", (SystemReport report, TimeProvider time, CancellationToken cancel) =>
            report.SinceAsync(time.GetUtcNow().AddDays(-90), cancel)).RequireAuthorization(AlpokatPolicies.Support);
}
