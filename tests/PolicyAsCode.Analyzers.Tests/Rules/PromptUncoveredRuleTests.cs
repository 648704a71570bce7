using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Disclosures.PromptUncoveredRule>;
using VerifyRecipient = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Disclosures.RecipientNotAllowedRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

public sealed class PromptUncoveredRuleTests
{
    private const string Usings = "using Microsoft.Extensions.AI;\n";

    // Each row with its clean twin.
    [Theory]
    [InlineData("""await chat.GetResponseAsync($"Summarise: {[|customer.Name|]}");""", """await chat.GetResponseAsync($"Summarise: {customer.Points}");""")]
    [InlineData("""await chat.GetResponseAsync({|PAC3012:new ChatMessage(ChatRole.User, customer.Email)|});""", """await chat.GetResponseAsync(new ChatMessage(ChatRole.User, nameof(customer.Email)));""")]
    [InlineData("""var history = new List<ChatMessage>(); history.Add(new(ChatRole.User, customer.Email)); await chat.GetResponseAsync([|history|]);""", """var history = new List<ChatMessage>(); history.Add(new(ChatRole.User, "Hello")); await chat.GetResponseAsync(history);""")]
    [InlineData("""await foreach (var part in chat.GetStreamingResponseAsync([|"Who is " + customer.Email|])) { _ = part; }""", """await foreach (var part in chat.GetStreamingResponseAsync("Who is " + customer.Id)) { _ = part; }""")]
    [InlineData("""await vectors.GenerateVectorAsync([|customer.Name!|]);""", """await vectors.GenerateVectorAsync("shoes");""")]
    public async Task Data_in_a_prompt_and_the_clean_twin(string reported, string clean)
    {
        await Verify.VerifyAnalyzerAsync(Method(reported), DisclosureShop.Policy);
        await Verify.VerifyAnalyzerAsync(Method(clean), DisclosureShop.Policy);

        static string Method(string body) => Usings + DisclosureShop.Code + $$"""
            [Purpose("communication")]
            public sealed class Service(IChatClient chat, IEmbeddingGenerator<string, Embedding<float>> vectors)
            {
                public async Task Run(Customer customer)
                {
                    {{body.Replace("!|]", "|]!")}}
                    _ = (chat, vectors);
                }
            }
            """;
    }

    private const string Assistant = """
        public sealed class Assistant(IChatClient chat)
        {
            Task<ChatResponse> AskAsync(string question) => chat.GetResponseAsync(question);
            [Purpose("communication")] public Task Email(Customer customer) => AskAsync($"Reply to {[|customer.Email|]}");
            [Purpose("communication")] public Task Name(Customer customer) => AskAsync($"Reply to {customer.Name}");
        }
        """;

    [Fact]
    public Task A_model_provider_of_the_policy_is_a_recipient_like_any_other()
    {
        var policy = DisclosureShop.Policy + "\n  model-provider: { clause: SHOP-7, receives: contact.name, for: communication }\n";
        return Task.WhenAll(
            VerifyRecipient.VerifyAnalyzerAsync(Usings + DisclosureShop.Code + Assistant, policy,
                "'customer.Email' hands contact.email to model-provider for communication, by way of Assistant.AskAsync, but The "
                + "Shop gives it contact.name only"),
            Verify.VerifyAnalyzerAsync(
                Usings + DisclosureShop.Code + Assistant.Replace("[|", "").Replace("|]", ""), policy));
    }

    [Fact]
    public Task Without_one_it_is_said_by_which_way() => Verify.VerifyAnalyzerAsync(
        Usings + DisclosureShop.Code + Assistant.Replace("{customer.Name}", "{[|customer.Name|]}"),
        DisclosureShop.Policy,
        "'customer.Email' puts contact.email into a prompt, by way of Assistant.AskAsync, but The Shop names no model provider "
        + "among its recipients [shop.policy.yaml:1]");

    [Fact]
    public Task Somebody_else_who_is_bound_may_run_the_model() => VerifyRecipient.VerifyBoundAsync(
        Usings + DisclosureShop.Code + Assistant.Replace("[|customer.Email|]", "customer.Email").Replace("{customer.Name}", "{[|customer.Name|]}"),
        DisclosureShop.Policy,
        """
        bindings: shop
        packages: { Microsoft.Extensions.AI.Abstractions: email-provider }
        """);
}
