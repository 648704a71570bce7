using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Declarations.SpecialWithoutBasisRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

/// <summary>Special data that code holds, with and without a ground in the policy.</summary>
public sealed class SpecialWithoutBasisRuleTests
{
    private static string Policy(string statements) => Policies.Shop
        .Replace("customer: { clause: SHOP-3 }", "customer: { clause: SHOP-3 }\n  staff: { clause: SHOP-3 }", StringComparison.Ordinal)
        .Replace("purposes:", statements + "\npurposes:", StringComparison.Ordinal);

    private const string Keep = "keep: { for: 1 year, from: employment-ended, then: erase }";

    private const string Bare = $"  special.health: {{ clause: SHOP-8, of: staff, for: transactions, {Keep} }}";

    private const string Grounded =
        $"  special.health: {{ clause: SHOP-8, of: staff, for: transactions, special-basis: explicit-consent, {Keep} }}";

    private const string Split = $"""
          special.health:
            - {"{"} clause: SHOP-8, of: staff, for: transactions, special-basis: employment-law, {Keep} {"}"}
            - {"{"} clause: SHOP-8, of: customer, for: transactions, {Keep} {"}"}
        """;

    // Each member under a statement without and one with a ground.
    [Theory]
    [InlineData("""public class Note { [DataCategory([|"special.health"|])] public string? Allergies { get; set; } }""")]
    [InlineData("""public class Note { [DataCategory([|"special.health"|])] public string? Allergies; }""")]
    [InlineData("""public record Note([DataCategory([|"special.health"|])] string? Allergies);""")]
    [InlineData("""public class Note { [DataCategory("contact.email", [|"special.health"|])] public string? Text { get; set; } }""")]
    [InlineData("""public class Note { public void Take([DataCategory([|"special.health"|])] string allergies) { } }""")]
    [InlineData("""public class Note { [return: DataCategory([|"special.health"|])] public string? Read() => null; }""")]
    [InlineData("""[DataSubject("staff")] public class Note { [DataCategory([|"special.health"|])] public string? Allergies { get; set; } }""")]
    [InlineData("""public interface INote { [DataCategory([|"special.health"|])] string? Allergies { get; } }""")]
    public async Task Without_a_ground_and_with_one(string code)
    {
        await Verify.VerifyAnalyzerAsync(code, Policy(Bare),
            "holds special.health, a special category, but The Shop names no ground on which it may be processed [SHOP-8, shop.policy.yaml:");
        await Verify.VerifyAnalyzerAsync(Unmarked(code), Policy(Grounded));
    }

    [Theory]
    [InlineData("customer", true)]
    [InlineData("staff", false)]
    public Task The_statement_on_the_subject_counts(string subject, bool reported) => Verify.VerifyAnalyzerAsync(
        $$"""
        [DataSubject("{{subject}}")]
        public class Person { [DataCategory({{(reported ? "[|\"special.health\"|]" : "\"special.health\"")}})] public string? Allergies { get; set; } }
        """,
        Policy(Split));

    [Fact]
    public Task Whoever_names_no_subject_needs_a_ground_in_any() => Verify.VerifyAnalyzerAsync(
        """public class Person { [DataCategory("special.health")] public string? Allergies { get; set; } }""", Policy(Split));

    [Fact]
    public Task What_is_not_special_or_not_collected_is_left_alone() => Verify.VerifyAnalyzerAsync(
        """
        public class Note
        {
            [DataCategory("contact.email")] public string? Email { get; set; }
            [DataCategory("special.religion")] public string? NotCollectedIsAnotherRule { get; set; }
        }
        """,
        Policy(Bare));

    [Fact]
    public Task What_is_bound_is_held_too() => Verify.VerifyBoundAsync(
        """
        namespace Shop { public class Note { public string? [|Allergies|] { get; set; } public string? Text { get; set; } } }
        """,
        Policy(Bare),
        """
        bindings: shop
        types: { Shop.Note: { members: { Allergies: special.health, Text: contact.email } } }
        """);

    // The law asks the policy for it: PAC1010, at the statement.
    [Theory]
    [InlineData("uu-pdp", true)]
    [InlineData("gdpr", false)]
    public Task What_a_law_says_of_the_policy_is_not_said_of_the_code(string law, bool reported) => Verify.VerifyAnalyzerAsync(
        $$"""
        public class Note
        {
            [DataCategory({{(reported ? "[|\"special.health\"|]" : "\"special.health\"")}})] public string? Allergies { get; set; }
            [DataCategory({{(reported ? "[|\"special.criminal-record\"|]" : "\"special.criminal-record\"")}})] public string? Record { get; set; }
        }
        """,
        Policy(Bare + $"\n  special.criminal-record: {{ clause: SHOP-8, of: staff, for: transactions, {Keep} }}")
            .Replace("subjects:", $"follows: [{law}]\nsubjects:", StringComparison.Ordinal)
            + "\nenforce: { default: error, PAC1010: warning, PAC1011: warning, PAC1008: warning }\n");

    private static string Unmarked(string code) =>
        code.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
}
