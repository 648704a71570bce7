using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace OChat.Assistant;

/// <summary>
/// A language model behind the usual HTTP interface (<c>POST …/chat/completions</c>), with the tools that it is offered.
/// Whoever runs it is a model provider: what is sent there was judged where the prompt was handed over.
/// </summary>
[Recipient(Recipients.ModelProvider)]
public sealed class HttpChatClient(HttpClient http, AssistantOptions options) : IChatClient
{
    /// <summary>The name of its HTTP client among those of the application.</summary>
    public const string Name = "assistant";

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? asked = null, CancellationToken cancellationToken = default)
    {
        var body = new JsonObject
        {
            ["model"] = options.Model,
            ["messages"] = new JsonArray([.. messages.Select(Written)]),
        };
        if (asked?.Tools?.OfType<AIFunctionDeclaration>().ToList() is { Count: > 0 } tools)
            body["tools"] = new JsonArray([.. tools.Select(Written)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Endpoint) { Content = JsonContent.Create<JsonNode>(body) };
        if (options.ApiKey is { Length: > 0 } key)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await http.SendAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var message = (await answer.Content.ReadFromJsonAsync<JsonNode>(cancellationToken))?["choices"]?[0]?["message"]
            ?? throw new InvalidOperationException("The model answered without a message.");
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, [.. Read(message)]));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => http.Dispose();

    private static JsonNode Written(AIFunctionDeclaration tool) => new JsonObject
    {
        ["type"] = "function",
        ["function"] = new JsonObject
        {
            ["name"] = tool.Name,
            ["description"] = tool.Description,
            ["parameters"] = JsonNode.Parse(tool.JsonSchema.GetRawText()),
        },
    };

    private static JsonNode Written(ChatMessage message)
    {
        var written = new JsonObject { ["role"] = message.Role.Value, ["content"] = message.Text };
        var calls = message.Contents.OfType<FunctionCallContent>().ToList();
        if (calls.Count > 0)
            written["tool_calls"] = new JsonArray([.. calls.Select(call => new JsonObject
            {
                ["id"] = call.CallId,
                ["type"] = "function",
                ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = JsonSerializer.Serialize(call.Arguments) },
            })]);
        if (message.Contents.OfType<FunctionResultContent>().FirstOrDefault() is { } outcome)
            (written["tool_call_id"], written["content"]) = (outcome.CallId, $"{outcome.Result}");
        return written;
    }

    private static IEnumerable<AIContent> Read(JsonNode message)
    {
        if (message["content"]?.GetValue<string>() is { Length: > 0 } text)
            yield return new TextContent(text);
        foreach (var call in message["tool_calls"]?.AsArray() ?? [])
            yield return new FunctionCallContent(
                call!["id"]!.GetValue<string>(), call["function"]!["name"]!.GetValue<string>(),
                JsonSerializer.Deserialize<Dictionary<string, object?>>(call["function"]!["arguments"]!.GetValue<string>()));
    }
}
