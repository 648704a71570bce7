using OChat.Accounts;

namespace OChat.Disclosure;

/// <summary>Lawful requests are answered by somebody who works at OChat.</summary>
internal static class DisclosureEndpoints
{
    public static void MapDisclosure(this IEndpointRouteBuilder app) =>
        app.MapPost("/lawful-requests", async (LawfulRequest request, LegalDesk desk, CancellationToken cancel) =>
            request is { Reference.Length: > 0, Law.Length: > 0 } && await desk.AnswerAsync(request, cancel)
                ? Results.NoContent()
                : Results.BadRequest())
            .RequireAuthorization(OChatPolicies.Operator);
}
