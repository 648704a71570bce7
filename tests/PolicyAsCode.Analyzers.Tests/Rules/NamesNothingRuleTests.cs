using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.PolicyFiles.NamesNothingRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

public sealed class NamesNothingRuleTests
{
    private const string Code = """
        namespace Crm
        {
            public class Base { public string? Phone { get; set; } }
            public class Card : Base { public Card(string? email) { } public string? Email { get; set; } }
            public interface IPost { void Send(string? to, string? text); void Send(string? to); }
            public interface IMail : IPost { }
        }
        """;

    // Each row with its clean twin.
    [Theory]
    [InlineData("types: { Crm.Card: { members: { [|Emial|]: contact.email } } }", "types: { Crm.Card: { members: { Email: contact.email, Phone: contact.phone } } }")]
    [InlineData("methods: { [|Crm.IPost.Sent|]: { logs: true } }", "methods: { Crm.IPost.Send: { logs: true }, Crm.IMail.Send: { logs: true } }")]
    [InlineData("methods: { Crm.IPost.Send: { arguments: { [|too|]: { reaches: log } } } }", "methods: { Crm.IPost.Send: { arguments: { to: { reaches: log } } } }")]
    [InlineData("methods: { Crm.IPost.Send: { arguments: { [|3|]: { reaches: log } } } }", "methods: { Crm.IPost.Send: { arguments: { 2: { reaches: log } } } }")]
    [InlineData("methods: { [|Crm.Base.Phone|]: { logs: true } }", "methods: { Crm.Card..ctor: { logs: true }, Crm.Base.set_Phone: { logs: true } }")]
    [InlineData("methods: { Crm.Card..ctor: { arguments: { [|mail|]: { reaches: log } } } }", "methods: { Elsewhere.Card.Anything: { logs: true } }")]
    public async Task A_binding_of_a_type_that_is_here(string reported, string clean)
    {
        await Verify.VerifyBoundAsync(Code, Policies.Shop, "bindings: shop\n" + reported);
        await Verify.VerifyBoundAsync(Code, Policies.Shop, "bindings: shop\n" + clean);
    }

    [Theory]
    [InlineData("sinks: { log: { Crm.IPost: { [|Sent|]: all } } }", "sinks: { log: { Crm.IPost: { Send: all } } }")]
    [InlineData("sinks: { log: { Crm.IPost: { [|Send|]: [to, txt] } } }", "sinks: { log: { Crm.IPost: { Send: [to, text, this] } } }")]
    [InlineData("types: { Crm.Card: { [|Mail|]: contact.email } }", "types: { Crm.Card: { Email: contact.email }, Elsewhere.Card: { Mail: contact.email } }")]
    [InlineData("returns: { Crm.Card: { [|Mail|]: nothing } }", "returns: { Crm.Card: { Email: nothing }, Elsewhere.Card: { Mail: nothing } }")]
    public async Task A_model_of_a_type_that_is_here(string reported, string clean)
    {
        await Verify.VerifyModelledAsync(Code, Policies.Shop, "models: crm\n" + reported);
        await Verify.VerifyModelledAsync(Code, Policies.Shop, "models: crm\n" + clean);
    }

    [Fact]
    public Task The_message_says_what_was_meant() => Verify.VerifyBoundAsync(
        Code, Policies.Shop, """
        bindings: shop
        types: { Crm.Card: { members: { [|Emial|]: contact.email } } }
        methods: { Crm.IPost.Send: { arguments: { [|recipients|]: { reaches: log } } } }
        """,
        "'Card' has no member 'Emial', and nothing is bound by this line. Did you mean 'Email'?",
        "'IPost.Send' has no parameter 'recipients', and nothing is bound by this line. Name one that is there, or remove the line.");
}
