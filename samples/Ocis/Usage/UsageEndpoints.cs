using Ocis.Accounts;

namespace Ocis.Usage;

/// <summary>How the platform is used, for those who improve it.</summary>
internal static class UsageEndpoints
{
    public static void MapUsage(this IEndpointRouteBuilder app) =>
        app.MapGet("/usage", (UsageInsight insight, TimeProvider time, CancellationToken cancel) =>
            insight.CountAsync(time.GetUtcNow().AddDays(-30), cancel)).RequireAuthorization(OcisPolicies.Editor);
}
