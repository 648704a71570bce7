using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Purposes.PurposeNotStatedRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

public sealed class PurposeNotStatedRuleTests
{
    private const string Policy = """
        policy: kiosk
        controller: { name: Kiosk, email: privacy@kiosk.example }
        non-personal:
          order-details: { clause: K-1, says: what was ordered, for: transactions }
        purposes:
          transactions: { clause: K-2, basis: contract }
          communication: { clause: K-3, basis: contract }
        """;

    [Fact]
    public Task Code_for_another_purpose_is_reported_whatever_it_reads_and_the_clean_twin_is_not() => Verify.VerifyAnalyzerAsync(
        """
        public sealed class Order { public int Number { get; init; } }
        [Purpose([|"promotion"|])]
        public static class Offers { public static string For(Order order) => $"You ordered {order.Number}"; }
        [Purpose("transactions")]
        public static class Receipts { public static string For(Order order) => $"You ordered {order.Number}"; }
        public static class Mixed
        {
            [Purpose("communication", [|"personalisation"|])] public static int Of(Order order) => order.Number;
        }
        """,
        Policy,
        "Code runs here for promotion, and Kiosk states no such purpose; only these: transactions [K-2, shop.policy.yaml:6] and "
        + "communication [K-3, shop.policy.yaml:7]. Remove it, or have the purpose stated first.",
        "Code runs here for personalisation");

    [Fact]
    public Task A_part_of_a_stated_purpose_is_stated_and_a_broader_one_is_not() => Verify.VerifyAnalyzerAsync(
        """
        [Purpose("customer-support")] public static class Desk { }
        [Purpose([|"security"|])] public static class Guard { }
        """,
        Policy.Replace("clause: K-2, basis: contract }", "clause: K-2, basis: contract }\n  fraud-prevention: { clause: K-4, basis: contract }", StringComparison.Ordinal));

    [Fact]
    public Task A_policy_that_states_none_closes_no_list_and_a_word_of_nobody_is_another_rule() => Verify.VerifyAnalyzerAsync(
        """[Purpose("promotion")] public static class Offers { } [Purpose("promotoin")] public static class Slips { }""",
        "policy: kiosk\ncontroller: { name: Kiosk, email: privacy@kiosk.example }\n");
}
