using Alpokat.Accounts;

namespace Alpokat.Disclosure;

/// <summary>Authorities are answered, and told of suspicions, by the legal desk.</summary>
internal static class DisclosureEndpoints
{
    public static void MapDisclosure(this IEndpointRouteBuilder app)
    {
        app.MapPost("/lawful-requests", async (LawfulRequest request, LegalDesk desk, CancellationToken cancel) =>
            request is { Reference.Length: > 0, Law.Length: > 0 } && await desk.AnswerAsync(request, cancel)
                ? Results.NoContent()
                : Results.BadRequest())
            .RequireAuthorization(AlpokatPolicies.Legal);

        app.MapPost("/fraud-signals/{id:guid}/report", async (Guid id, CrimeDesk desk, CancellationToken cancel) =>
            await desk.ReportAsync(id, cancel) ? Results.NoContent() : Results.NotFound())
            .RequireAuthorization(AlpokatPolicies.Legal);
    }
}
