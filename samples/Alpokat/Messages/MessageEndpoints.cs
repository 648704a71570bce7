using System.Security.Claims;
using Alpokat.Accounts;

namespace Alpokat.Messages;

/// <summary>Messages between merchants and support, and reminders.</summary>
internal static class MessageEndpoints
{
    public static void MapMessages(this IEndpointRouteBuilder app)
    {
        var own = app.MapGroup("/messages").RequireAuthorization(AlpokatPolicies.Merchant);

        own.MapGet("/", (ClaimsPrincipal caller, SupportDesk desk, CancellationToken cancel) =>
            desk.OfAsync(AlpokatClaims.MerchantOf(caller), cancel));

        own.MapPost("/", [CollectedAt(Sources.Support)] async (
            QuestionForm question, ClaimsPrincipal caller, SupportDesk desk, CancellationToken cancel) =>
        {
            await desk.AskAsync(AlpokatClaims.MerchantOf(caller), question, cancel);
            return Results.Accepted();
        });

        var support = app.MapGroup("/support").RequireAuthorization(AlpokatPolicies.Support);

        support.MapGet("/messages", (SupportDesk desk, CancellationToken cancel) => desk.AllAsync(cancel));

        support.MapPost("/{merchant:guid}/answer", [CollectedAt(Sources.Support)] async (
            Guid merchant, QuestionForm answer, SupportDesk desk, CancellationToken cancel) =>
            await desk.AnswerAsync(merchant, answer, cancel) ? Results.NoContent() : Results.NotFound());

        support.MapPost("/reminders", async (MerchantLetters letters, CancellationToken cancel) =>
            Results.Ok(new { Sent = await letters.RemindAsync(cancel) }));
    }
}
