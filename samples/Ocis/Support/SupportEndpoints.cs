using System.Security.Claims;
using Ocis.Accounts;

namespace Ocis.Support;

/// <summary>Questions of members, and their answers.</summary>
internal static class SupportEndpoints
{
    public static void MapSupport(this IEndpointRouteBuilder app)
    {
        app.MapPost("/support", [CollectedAt(Sources.Ticket)] async (
            QuestionForm question, ClaimsPrincipal caller, SupportDesk desk, CancellationToken cancel) =>
            Results.Created($"/support/{await desk.AskAsync(OcisClaims.UserOf(caller), question, cancel)}", null))
            .RequireAuthorization(OcisPolicies.Member);

        var desk = app.MapGroup("/support").RequireAuthorization(OcisPolicies.Support);
        desk.MapGet("/", (SupportDesk support, CancellationToken cancel) => support.OpenAsync(cancel));
        desk.MapPost("/{request:guid}/answer", async (Guid request, AnswerForm form, SupportDesk support, CancellationToken cancel) =>
            await support.AnswerAsync(request, form, cancel) switch
            {
                AnswerOutcome.Sent => Results.NoContent(),
                AnswerOutcome.Unreachable => Results.Problem(
                    "Who asked has confirmed no address yet: nothing was sent, and the question stays open.",
                    statusCode: StatusCodes.Status409Conflict),
                _ => Results.NotFound(),
            });
    }
}
