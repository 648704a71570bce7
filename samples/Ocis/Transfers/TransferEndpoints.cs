using Ocis.Accounts;

namespace Ocis.Transfers;

/// <summary>Lawful requests, and a sale of OCIS: both by the privacy officer.</summary>
internal static class TransferEndpoints
{
    public static void MapTransfers(this IEndpointRouteBuilder app)
    {
        var desk = app.MapGroup("/").RequireAuthorization(OcisPolicies.PrivacyOfficer);

        desk.MapPost("/lawful-requests", async (LawfulRequest request, LegalDesk legal, CancellationToken cancel) =>
            request is { Reference.Length: > 0, Law.Length: > 0 } && await legal.AnswerAsync(request, cancel)
                ? Results.NoContent()
                : Results.BadRequest());

        desk.MapPost("/transfers", async (TransferForm form, BusinessTransfers transfers, CancellationToken cancel) =>
            Results.Ok(new { Id = await transfers.AnnounceAsync(form.To, cancel) }));

        desk.MapPost("/transfers/{id:guid}/hand-over", async (Guid id, BusinessTransfers transfers, CancellationToken cancel) =>
            await transfers.HandOverAsync(id, cancel) is { } people ? Results.Ok(new { people }) : Results.Conflict());
    }
}
