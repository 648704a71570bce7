using System.Security.Claims;
using OChat.Accounts;

namespace OChat.Support;

/// <summary>Questions of users, and what customers think.</summary>
internal static class SupportEndpoints
{
    public static void MapSupport(this IEndpointRouteBuilder app)
    {
        app.MapPost("/support", async (QuestionForm question, ClaimsPrincipal caller, SupportDesk desk, CancellationToken cancel) =>
            Results.Created($"/support/{await desk.AskAsync(OChatClaims.UserOf(caller), question, cancel)}", null))
            .RequireAuthorization(OChatPolicies.User);

        app.MapPost("/support/{request:guid}/close", async (Guid request, SupportDesk desk, CancellationToken cancel) =>
            await desk.CloseAsync(request, cancel) ? Results.NoContent() : Results.NotFound())
            .RequireAuthorization(OChatPolicies.Operator);

        app.MapPost("/feedback", async (FeedbackForm form, ClaimsPrincipal caller, SupportDesk desk, CancellationToken cancel) =>
        {
            await desk.TakeFeedbackAsync(OChatClaims.CustomerOf(caller), form, cancel);
            return Results.NoContent();
        }).RequireAuthorization(OChatPolicies.Customer);
    }
}
