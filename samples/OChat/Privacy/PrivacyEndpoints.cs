using System.Security.Claims;
using OChat.Accounts;
using PolicyAsCode.EntityFrameworkCore;

namespace OChat.Privacy;

/// <summary>A customer asks to be erased, proves by a code who asks, and confirms; somebody at OChat carries it out.</summary>
internal static class PrivacyEndpoints
{
    public static void MapPrivacy(this IEndpointRouteBuilder app)
    {
        var requests = app.MapGroup("/privacy/erasure").RequireAuthorization(OChatPolicies.Customer);

        requests.MapPost("/", async (ClaimsPrincipal caller, IPrivacyRequests desk, CancellationToken cancel) =>
        {
            var request = await desk.ReceiveAsync(
                new(PrivacyRight.Erasure, Subjects.Customer, OChatClaims.CustomerOf(caller).ToString(), "in-app"), cancel);
            await desk.SendCodeAsync(request.Id, cancel);
            return Results.Ok(new { request.Id });
        });

        requests.MapPost("/{id:guid}/verify", async (
            Guid id, CodeForm form, ClaimsPrincipal caller, IPrivacyRequests desk, CancellationToken cancel) =>
            await IsOwnAsync(id, caller, desk, cancel)
                && await desk.VerifyIdentityAsync(id, form.Code, cancel) == IdentityOutcome.Verified
                ? Results.NoContent()
                : Results.BadRequest());

        app.MapPost("/privacy/erasure/{id:guid}/execute", async (
            Guid id, ClaimsPrincipal caller, IPrivacyRequests desk, CancellationToken cancel) =>
        {
            await desk.ConfirmAsync(id, cancel);
            var request = await desk.ExecuteAsync(id, OChatClaims.UserOf(caller).ToString(), cancel);
            return Results.Ok(new { State = request.State.ToString() });
        }).RequireAuthorization(OChatPolicies.Operator);

        app.MapPost("/privacy/sweep", async (bool? dryRun, IRetentionSweep sweep, CancellationToken cancel) =>
            Results.Ok((await sweep.SweepAsync(new SweepOptions(DryRun: dryRun ?? false), cancel)).Entries
                .Select(entry => new { entry.Entity, entry.Rows })))
            .RequireAuthorization(OChatPolicies.Operator);
    }

    private static async Task<bool> IsOwnAsync(Guid id, ClaimsPrincipal caller, IPrivacyRequests desk, CancellationToken cancel) =>
        (await desk.OfAsync(Subjects.Customer, OChatClaims.CustomerOf(caller).ToString(), cancel)).Any(request => request.Id == id);
}
