using Ocis.Accounts;
using PolicyAsCode.EntityFrameworkCore;

namespace Ocis.Privacy;

/// <summary>What the privacy officer does beside the pages of <see cref="PrivacySetup.Pages"/>.</summary>
internal static class PrivacyEndpoints
{
    public static void MapPrivacy(this IEndpointRouteBuilder app)
    {
        var officer = app.MapGroup("/privacy").RequireAuthorization(OcisPolicies.PrivacyOfficer);

        officer.MapPost("/sweep", async (bool? dryRun, IRetentionSweep sweep, CancellationToken cancel) =>
            Results.Ok((await sweep.SweepAsync(new SweepOptions(DryRun: dryRun ?? true), cancel)).Entries
                .Select(entry => new { entry.Entity, entry.Rows })));

        officer.MapPost("/underage/{user:guid}", async (Guid user, UnderageDesk desk, CancellationToken cancel) =>
            await desk.EraseAsync(user, cancel) ? Results.NoContent() : Results.NotFound());

        officer.MapGet("/trail/{user:guid}", async (Guid user, IAuditTrail trail, CancellationToken cancel) =>
        {
            await trail.FlushAsync(cancel);
            return (await trail.AboutAsync(Subjects.User, user.ToString(), cancel)).Select(record =>
                new TrailLine(record.At, $"{record.Action}", record.Entity, record.Fields, record.Purposes, record.ActorKind));
        });

        officer.MapGet("/trail", async (IAuditTrail trail, CancellationToken cancel) =>
        {
            await trail.SealAsync(cancel);
            return Results.Ok(new { (await trail.VerifyAsync(cancel)).IsIntact });
        });
    }
}
