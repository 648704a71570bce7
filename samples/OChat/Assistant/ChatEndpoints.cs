using System.Security.Claims;
using OChat.Accounts;

namespace OChat.Assistant;

/// <summary>A customer talks with the assistant of a shop.</summary>
internal static class ChatEndpoints
{
    public static void MapChat(this IEndpointRouteBuilder app)
    {
        var chat = app.MapGroup("/chat").RequireAuthorization(OChatPolicies.Customer);

        chat.MapPost("/", (ChatForm said, ClaimsPrincipal caller, ShopAssistant assistant, CancellationToken cancel) =>
            assistant.AnswerAsync(OChatClaims.CustomerOf(caller), said, cancel));

        chat.MapGet("/", (ClaimsPrincipal caller, ShopAssistant assistant, CancellationToken cancel) =>
            assistant.HistoryAsync(OChatClaims.CustomerOf(caller), cancel));
    }
}
