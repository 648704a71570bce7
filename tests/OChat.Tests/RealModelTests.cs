using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OChat.Assistant;

namespace OChat.Tests;

/// <summary>A model by configuration: what it is told and offered, and what happens when it is away.</summary>
public sealed class RealModelTests
{
    private const string Address = "https://model.example/v1/chat/completions";

    [Fact, Trait("Clause", "OCHAT-4.1")]
    public async Task A_model_orders_by_the_tools_that_it_is_offered_and_is_not_told_for_whom()
    {
        var model = new Model(
            """{ "choices": [ { "message": { "content": null, "tool_calls": [ { "id": "c1", "type": "function", "function": { "name": "place_order", "arguments": "{\"sku\":\"GAYO\",\"quantity\":3}" } } ] } } ] }""",
            """{ "choices": [ { "message": { "content": "It is on its way, [NAME]." } } ] }""");
        await using var ochat = new OChatFactory(TestDatabase.Sqlite);
        await using var real = With(ochat, model);
        var komang = await CustomerAsync(real);

        var answer = await komang.PostAsJsonAsync("/chat", new { text = "Three more GAYO for Komang, please. Call 0812-3333-4444." });

        Assert.Equal("It is on its way, Komang Sari.", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("text").GetString());
        Assert.Equal(2, (await komang.GetFromJsonAsync<JsonElement>("/orders")).GetArrayLength());
        Assert.Equal(2, model.Told.Count);
        var told = JsonDocument.Parse(model.Told.First()).RootElement;
        Assert.Equal("a-model", told.GetProperty("model").GetString());
        Assert.Equal(
            ["place_order", "cancel_order", "note_preference"],
            told.GetProperty("tools").EnumerateArray().Select(tool => tool.GetProperty("function").GetProperty("name").GetString()));
        Assert.Equal(
            "integer", told.GetProperty("tools")[0].GetProperty("function").GetProperty("parameters").GetProperty("properties").GetProperty("quantity").GetProperty("type").GetString());
        Assert.All(model.Told, prompt =>
        {
            foreach (var trace in new[] { "Komang", "0812", "Sandat", "komang@contoh.example" })
                Assert.DoesNotContain(trace, prompt, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("<html>Bad gateway</html>")]
    [InlineData("{ }")]
    [InlineData("""{ "choices": [] }""")]
    [InlineData("""{ "choices": [ { "message": { "tool_calls": [ { "type": "function" } ] } } ] }""")]
    [InlineData("""{ "choices": [ { "message": { "content": null, "tool_calls": [ { "id": "c1", "type": "function", "function": { "name": "place_order", "arguments": "not json" } } ] } } ] }""")]
    public async Task A_model_that_is_away_or_talks_nonsense_is_said_to_be_away_and_the_page_still_orders(string? answers)
    {
        await using var ochat = new OChatFactory(TestDatabase.Sqlite);
        await using var real = With(ochat, new Model(answers));
        var komang = await CustomerAsync(real);

        var answer = await komang.PostAsJsonAsync("/chat", new { text = "Hello?" });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("The assistant is away.", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("title").GetString());
        Assert.Equal(0, (await komang.GetFromJsonAsync<JsonElement>("/chat")).GetArrayLength());
        Assert.Equal(HttpStatusCode.OK, (await komang.GetAsync("/orders")).StatusCode);
    }

    [Fact]
    public async Task What_was_done_before_it_went_away_is_told()
    {
        var model = new Model(
            """{ "choices": [ { "message": { "content": null, "tool_calls": [ { "id": "c1", "type": "function", "function": { "name": "place_order", "arguments": "{\"sku\":\"GAYO\",\"quantity\":3}" } } ] } } ] }""",
            null);
        await using var ochat = new OChatFactory(TestDatabase.Sqlite);
        await using var real = With(ochat, model);
        var komang = await CustomerAsync(real);

        var answer = await komang.PostAsJsonAsync("/chat", new { text = "Three more GAYO" });

        Assert.Contains("is placed", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("text").GetString());
        Assert.Equal(2, (await komang.GetFromJsonAsync<JsonElement>("/orders")).GetArrayLength());
    }

    [Theory]
    [InlineData("http://model.example/v1/chat/completions")]
    [InlineData("model.example")]
    [InlineData("")]
    public async Task An_address_in_the_clear_or_none_is_refused_at_the_start(string address)
    {
        await using var ochat = new OChatFactory(TestDatabase.Sqlite);
        await using var real = With(ochat, new Model(), address);
        var refused = Assert.Throws<OptionsValidationException>(() => real.CreateClient());
        Assert.Contains("Assistant:Endpoint has to be an https address.", refused.Message, StringComparison.Ordinal);
    }

    private static WebApplicationFactory<Program> With(OChatFactory ochat, Model model, string address = Address) => ochat.WithWebHostBuilder(web => web
        .UseSetting("Assistant:Model", "a-model").UseSetting("Assistant:Endpoint", address).UseSetting("Assistant:ApiKey", "a-key")
        .ConfigureTestServices(services => services.AddHttpClient(HttpChatClient.Name).ConfigurePrimaryHttpMessageHandler(() => model)));

    // Somebody who has ordered once, so that OChat knows where their orders go.
    private static async Task<HttpClient> CustomerAsync(WebApplicationFactory<Program> ochat)
    {
        var komang = ochat.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false });
        (await komang.PostAsJsonAsync("/pages/kopi-lereng/customers", new { name = "Komang Sari", email = "komang@contoh.example" })).EnsureSuccessStatusCode();
        (await komang.PostAsJsonAsync(
            "/orders", new { lines = new[] { new { sku = "GAYO", quantity = 1 } }, deliverTo = "Jl. Sandat 4, Ubud" })).EnsureSuccessStatusCode();
        return komang;
    }

    /// <summary>Stands in for who runs a model: it says these one after the other; null is nobody there.</summary>
    private sealed class Model(params string?[] answers) : HttpMessageHandler
    {
        private readonly ConcurrentQueue<string?> _answers = new(answers);

        public ConcurrentQueue<string> Told { get; } = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Told.Enqueue(await request.Content!.ReadAsStringAsync(cancellationToken));
            Assert.Equal((Address, "Bearer a-key"), ($"{request.RequestUri}", $"{request.Headers.Authorization}"));
            return _answers.TryDequeue(out var answer) && answer is not null
                ? new(HttpStatusCode.OK) { Content = new StringContent(answer, null, "application/json") }
                : throw new HttpRequestException("Connection refused");
        }
    }
}
