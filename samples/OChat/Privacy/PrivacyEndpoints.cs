using OChat.Accounts;
using PolicyAsCode.EntityFrameworkCore;

namespace OChat.Privacy;

/// <summary>A sweep by hand, beside the one of each night. What people ask for has pages of its own.</summary>
internal static class PrivacyEndpoints
{
    public static void MapPrivacy(this IEndpointRouteBuilder app) =>
        app.MapPost("/privacy/sweep", async (bool? dryRun, IRetentionSweep sweep, CancellationToken cancel) =>
            Results.Ok((await sweep.SweepAsync(new SweepOptions(DryRun: dryRun ?? false), cancel)).Entries
                .Select(entry => new { entry.Entity, entry.Rows })))
            .RequireAuthorization(OChatPolicies.Operator);
}
