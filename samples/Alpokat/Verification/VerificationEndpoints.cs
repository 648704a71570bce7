using System.Security.Claims;
using Alpokat.Accounts;

namespace Alpokat.Verification;

/// <summary>A merchant hands a document in; the desk compares, and confirms.</summary>
internal static class VerificationEndpoints
{
    public static void MapVerification(this IEndpointRouteBuilder app)
    {
        app.MapPost("/verification", [CollectedAt(Sources.Verification)] async (
            DocumentForm form, ClaimsPrincipal caller, VerificationDesk desk, CancellationToken cancel) =>
        {
            await desk.TakeAsync(AlpokatClaims.MerchantOf(caller), form, cancel);
            return Results.Accepted();
        }).RequireAuthorization(AlpokatPolicies.Merchant);

        var cases = app.MapGroup("/verification/cases").RequireAuthorization(AlpokatPolicies.Verification);

        cases.MapGet("/", (VerificationDesk desk, CancellationToken cancel) => desk.WaitingAsync(cancel));

        cases.MapGet("/{id:guid}/scan", async (Guid id, VerificationDesk desk, CancellationToken cancel) =>
            await desk.ScanAsync(id, cancel) is { } scan ? Results.Bytes(scan) : Results.NotFound());

        cases.MapPost("/{id:guid}/confirm", async (Guid id, VerificationDesk desk, CancellationToken cancel) =>
            await desk.ConfirmAsync(id, cancel) ? Results.NoContent() : Results.NotFound());
    }
}
