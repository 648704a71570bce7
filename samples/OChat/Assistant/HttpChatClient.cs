using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace OChat.Assistant;

/// <summary>
/// A language model behind the usual HTTP interface (<c>POST …/chat/completions</c>), with the tools of <see cref="OrderTools"/>.
/// Whoever runs it is a model provider: what is sent there was judged where the prompt was handed over.
/// </summary>
[Recipient(Recipients.ModelProvider)]
public sealed class HttpChatClient(HttpClient http, AssistantOptions options) : IChatClient
{
    private static readonly JsonNode s_tools = JsonNode.Parse("""
        [
          { "type": "function", "function": { "name": "place_order", "parameters": { "type": "object", "properties":
            { "sku": { "type": "string" }, "quantity": { "type": "integer" } }, "required": ["sku", "quantity"] } } },
          { "type": "function", "function": { "name": "cancel_order", "parameters": { "type": "object", "properties":
            { "number": { "type": "string" } }, "required": ["number"] } } },
          { "type": "function", "function": { "name": "note_preference", "parameters": { "type": "object", "properties":
            { "likes": { "type": "string" } }, "required": ["likes"] } } }
        ]
        """)!;

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? asked = null, CancellationToken cancellationToken = default)
    {
        var body = new JsonObject
        {
            ["model"] = options.Model,
            ["messages"] = new JsonArray([.. messages.Select(Written)]),
            ["tools"] = s_tools.DeepClone(),
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Endpoint) { Content = JsonContent.Create<JsonNode>(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.ApiKey);
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
