using System.Security.Claims;
using OChat.Accounts;

namespace OChat.Assistant;

/// <summary>A customer talks with the assistant of a shop.</summary>
internal static class ChatEndpoints
{
    public static void MapChat(this IEndpointRouteBuilder app)
    {
        var chat = app.MapGroup("/chat").RequireAuthorization(OChatPolicies.Customer);

        chat.MapPost("/", async (ChatForm said, ClaimsPrincipal caller, ShopAssistant assistant, CancellationToken cancel) =>
        {
            try
            {
                return Results.Ok(await assistant.AnswerAsync(OChatClaims.CustomerOf(caller), said, cancel));
            }
            catch (AssistantAwayException)
            {
                return Results.Problem(
                    "Order on the order page meanwhile, or try again in a few minutes.",
                    statusCode: StatusCodes.Status503ServiceUnavailable, title: "The assistant is away.");
            }
        });

        chat.MapGet("/", (ClaimsPrincipal caller, ShopAssistant assistant, CancellationToken cancel) =>
            assistant.HistoryAsync(OChatClaims.CustomerOf(caller), cancel));
    }
}
