using System.Net;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OChat.Assistant;

namespace OChat.Tests;

/// <summary>The client of a real model: what it writes, and what it reads of the answer.</summary>
public sealed class HttpChatClientTests
{
    [Fact]
    public async Task A_prompt_with_the_outcome_of_a_tool_is_written_and_a_call_is_read()
    {
        var provider = new Provider("""
            { "choices": [ { "message": { "role": "assistant", "content": null, "tool_calls": [
              { "id": "c2", "type": "function", "function": { "name": "place_order", "arguments": "{\"sku\":\"GAYO\",\"quantity\":2}" } } ] } } ] }
            """);
        using var client = new HttpChatClient(
            new HttpClient(provider), new AssistantOptions { Model = "m", Endpoint = new("https://model.example/v1/chat/completions"), ApiKey = "k" });

        var response = await client.GetResponseAsync([
            new(ChatRole.System, "You answer."),
            new(ChatRole.User, "2 GAYO, says [NAME]"),
            new(ChatRole.Assistant, [new FunctionCallContent("c1", "cancel_order", new Dictionary<string, object?> { ["number"] = "OC-1" })]),
            new(ChatRole.Tool, [new FunctionResultContent("c1", "The order is cancelled.")]),
        ]);

        var call = Assert.IsType<FunctionCallContent>(Assert.Single(Assert.Single(response.Messages).Contents));
        Assert.Equal(("c2", "place_order", "GAYO"), (call.CallId, call.Name, $"{call.Arguments!["sku"]}"));
        Assert.Equal(("https://model.example/v1/chat/completions", "Bearer k"), (provider.Address, provider.Authorisation));
        var messages = JsonDocument.Parse(provider.Body!).RootElement.GetProperty("messages");
        Assert.Equal(["system", "user", "assistant", "tool"], messages.EnumerateArray().Select(message => message.GetProperty("role").GetString()));
        Assert.Equal("c1", messages[3].GetProperty("tool_call_id").GetString());
        Assert.Equal("The order is cancelled.", messages[3].GetProperty("content").GetString());
    }

    private sealed class Provider(string answer) : HttpMessageHandler
    {
        public string? Address { get; private set; }

        public string? Authorisation { get; private set; }

        public string? Body { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (Address, Authorisation) = (request.RequestUri?.ToString(), request.Headers.Authorization?.ToString());
            Body = await request.Content!.ReadAsStringAsync(cancellationToken);
            return new(HttpStatusCode.OK) { Content = new StringContent(answer, null, "application/json") };
        }
    }
}
