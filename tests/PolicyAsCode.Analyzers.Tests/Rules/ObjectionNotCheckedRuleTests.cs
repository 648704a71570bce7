using PolicyAsCode.Analyzers.Tests.Verification;
using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Purposes.ObjectionNotCheckedRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

/// <summary>What proves a path clear of objections is the same as for consent; here is what differs.</summary>
public sealed class ObjectionNotCheckedRuleTests
{
    private const string Shop = """
        public class Customer
        {
            public Guid Id { get; init; }
            [DataCategory("contact.email")] public string? Email { get; set; }
        }
        public interface IWishes
        {
            [Gate("no-objection")] bool Allow(Guid customer);
            [Gate("consent")] bool Agreed(Guid customer);
        }
        public static class Mail { public static void Send(string? to) { } }

        """;

    private static readonly string Policy = Policies.Shop
        .Replace("for: [communication]", "for: [communication, analysis, security]", StringComparison.Ordinal)
        + "\n  analysis: { clause: SHOP-4, basis: legitimate-interests, interest: trends, objection: true }"
        + "\n  security: { clause: SHOP-4, basis: legitimate-interests, interest: safety }\n";

    [Fact]
    public Task A_purpose_that_can_be_objected_to() => Verify.VerifyAnalyzerAsync(
        Shop + """
        [Purpose("analysis")]
        public class Trends(IWishes wishes)
        {
            public void Leak(Customer c) => Mail.Send({|PAC3004:c.Email|});
            public void Other(Customer c) { if (wishes.Agreed(c.Id)) Mail.Send({|PAC3004:c.Email|}); }
            public void Clean(Customer c) { if (wishes.Allow(c.Id)) Mail.Send(c.Email); }
        }
        """, Policy,
        "'Customer.Email' (contact.email) is read for analysis, and on some way here nothing proves 'no-objection'. "
        + "The Shop stops that for those who ask it to [SHOP-4");

    [Fact]
    public Task A_purpose_that_cannot() => Verify.VerifyAnalyzerAsync(
        Shop + """
        [Purpose("security")]
        public class Watch { public void Clean(Customer c) => Mail.Send(c.Email); }
        """, Policy);
}
