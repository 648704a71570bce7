using Microsoft.CodeAnalysis;
using PolicyAsCode.Generators.Tests.Running;

namespace PolicyAsCode.Generators.Tests;

/// <summary>What the generated code looks like, and that a compiler takes it without a word.</summary>
public sealed class OutputTests
{
    /// <summary>Set to <c>1</c> to write what is generated over what is expected, and read the difference.</summary>
    private const string Accept = "POLICYASCODE_ACCEPT";

    [Fact]
    public void A_small_shop_reads_like_this()
    {
        var run = Compiles(SmallShop.Code, SmallShop.Policy);
        Reads("SmallShop.cs.txt", run.Code);
        Reads("SmallShop.Facts.cs.txt", run.File("Privacy.Facts.g.cs"));
        Reads("SmallShop.Export.cs.txt", run.File("Privacy.Export.g.cs"));
        Reads("SmallShop.Audit.cs.txt", run.File("Privacy.Audit.g.cs"));
        Reads("SmallShop.Rectification.cs.txt", run.File("Privacy.Rectification.g.cs"));
    }

    [Fact]
    public void It_names_no_path_of_the_machine() =>
        Assert.DoesNotContain("somebody", Compiles(SmallShop.Code, SmallShop.Policy).Code, StringComparison.Ordinal);

    [Fact]
    public void Code_that_still_says_a_renamed_term_gets_what_its_successor_gets()
    {
        const string vocabulary = """
            vocabulary: shop
            categories:
              contact.mail: { label: { en: Mail, id: Surel }, definition: A mail address., replaced-by: contact.email }
            subjects:
              client: { label: { en: Client, id: Klien }, definition: Who buys., replaced-by: customer }
            anchors:
              last-bought: { label: { en: Bought, id: Dibeli }, definition: The last order., replaced-by: last-purchase }
            """;
        var old = SmallShop.Code
            .Replace("\"contact.email\"", "\"contact.mail\"", StringComparison.Ordinal)
            .Replace("\"customer\"", "\"client\"", StringComparison.Ordinal)
            .Replace("\"last-purchase\"", "\"last-bought\"", StringComparison.Ordinal);
        Assert.NotEqual(SmallShop.Code, old);

        Assert.Equal(
            GeneratorRun.Start(SmallShop.Code, SmallShop.Policy).Code,
            GeneratorRun.Start(old, SmallShop.Policy, vocabulary: vocabulary).Code);
    }

    [Fact]
    public void What_the_policy_says_of_consents_and_requests_holds_in_the_run_times_own_tables()
    {
        var policy = SmallShop.Policy.Replace(
            "data:\n",
            """
            data:
              preference.marketing:
                of: customer
                clause: SHOP-7
                for: promotion
                keep: { for: 1 year, from: consent-withdrawn, then: erase }
              communication.support-request:
                clause: SHOP-8
                for: communication
                keep: { for: 90 days, from: request-closed, then: review }

            """, StringComparison.Ordinal);
        var code = OnOneLine(Compiles(SmallShop.Code, policy).Code!);
        Assert.Contains("return run.EraseWithdrawnConsentsAsync( new(\"PrivacyConsent\", PrivacyAction.Erased, [], "
            + "\"preference.marketing: 1 year after consent-withdrawn, then erased\", [\"SHOP-7\"],", code, StringComparison.Ordinal);
        Assert.Contains("[\"customer\"], [], after1Years, cancel);", code, StringComparison.Ordinal);
        Assert.Contains("return run.EraseClosedRequestsAsync( new(\"PrivacyRequest\", PrivacyAction.ForReview, [],", code, StringComparison.Ordinal);
        Assert.Contains("[], after90Days, cancel);", code, StringComparison.Ordinal);

        // Counted from something else it is about other records; and business days no sweep counts.
        var other = policy.Replace("consent-withdrawn", "registration", StringComparison.Ordinal)
            .Replace("90 days", "90 business days", StringComparison.Ordinal);
        code = OnOneLine(Compiles(SmallShop.Code, other).Code!);
        Assert.DoesNotContain("EraseWithdrawnConsents", code, StringComparison.Ordinal);
        Assert.DoesNotContain("EraseClosedRequests", code, StringComparison.Ordinal);
        Assert.Contains("privacy_requests: no retention; retention counts calendar days, and the policy says business days", code, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_proof_is_kept_for_its_own_time_and_goes_for_its_own_purposes_only()
    {
        var policy = SmallShop.Policy.Replace(
            "data:\n",
            """
            data:
              preference.marketing:
                of: customer
                clause: SHOP-7
                for: promotion
                keep: { for: 1 year, from: consent-withdrawn, then: erase }
              communication.message:
                of: customer
                clause: SHOP-8
                for: research
                keep: { origin: decision, at-least: 5 years, because: research law, from: consent-withdrawn, then: erase }
              preference:
                of: customer
                clause: SHOP-9
                for: personalisation
                keep: { for: 1 year, from: last-activity, then: erase }

            """, StringComparison.Ordinal)
            .Replace(
                "purposes:\n",
                """
                purposes:
                  promotion: { clause: SHOP-7, basis: consent, consent: { given: opt-in, proof: preference.marketing } }
                  research: { clause: SHOP-8, basis: consent, consent: { given: opt-in, proof: communication.message } }
                  personalisation: { clause: SHOP-9, basis: consent, consent: { given: opt-in, proof: preference } }

                """, StringComparison.Ordinal);
        var code = OnOneLine(Compiles(SmallShop.Code, policy).Code!);

        Assert.Equal(2, code.Split("return run.EraseWithdrawnConsentsAsync(").Length - 1);
        Assert.Matches("preference\\.marketing: 1 year after consent-withdrawn[^;]*\\[\"customer\"\\], \\[[^]]*\"promotion\"[^]]*\\], after1Years, cancel", code);
        Assert.Matches("communication\\.message: [^;]*\\[\"customer\"\\], \\[\"research\"\\], \\w*5Years, cancel", code);
        // Where the time of a proof counts from something else, no rule takes it; and nobody takes another's.
        Assert.DoesNotMatch("\\[[^]]*\"personalisation\"[^]]*\\], \\w+, cancel", code);
        Assert.DoesNotMatch("\\[[^]]*\"research\"[^]]*\\], after1Years, cancel", code);
    }

    // The record of a consent is what the purpose calls its proof.
    [Fact]
    public void The_purpose_says_which_category_the_proof_of_a_consent_is()
    {
        var policy = SmallShop.Policy.Replace(
            "data:\n",
            """
            data:
              preference.marketing:
                of: customer
                clause: SHOP-7
                for: promotion
                keep: { for: 1 year, from: consent-withdrawn, then: erase }
              communication.message:
                of: customer
                clause: SHOP-8
                for: promotion
                keep: { for: 2 years, from: consent-withdrawn, then: erase }

            """, StringComparison.Ordinal)
            .Replace("purposes:\n", "purposes:\n  promotion: { clause: SHOP-8, basis: consent, consent: { given: opt-in, proof: communication.message } }\n", StringComparison.Ordinal);
        Assert.Contains(
            "\"communication.message: 2 years after consent-withdrawn, then erased\"", Unwrapped(Compiles(SmallShop.Code, policy).Code!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_context_in_no_namespace_compiles() =>
        Assert.NotNull(Compiles(SmallShop.Code.Replace("namespace Shop;", "", StringComparison.Ordinal), SmallShop.Policy).Code);

    [Fact]
    public void An_internal_context_gets_an_internal_class() =>
        Assert.Contains(
            "internal sealed partial class ShopContextPrivacy",
            Compiles(SmallShop.Code.Replace("public sealed class", "internal sealed class", StringComparison.Ordinal), SmallShop.Policy).Code,
            StringComparison.Ordinal);

    [Fact]
    public void A_policy_called_none_generates_nothing() =>
        Assert.Null(GeneratorRun.Start(SmallShop.Code, SmallShop.Policy, name: "none").Code);

    [Fact]
    public void No_policy_generates_nothing() =>
        Assert.Null(GeneratorRun.Start(SmallShop.Code, SmallShop.Policy, name: "another").Code);

    [Theory]
    [InlineData("[RetentionAnchor(\"last-purchase\")] ", "", "no date of it, or of what it belongs to, is the anchor 'last-purchase' (PAC4002)")]
    [InlineData("[DataCategory(\"contact.email\")]", "[DataCategory(\"contact.phone\")]", "the policy does not say how long it is kept (PAC4001)")]
    [InlineData("Guid? CustomerId", "Guid CustomerId", "the link to its customer is required")]
    [InlineData("[RetentionAnchor(\"order-placed\")] ", "", "whether the law keeps rows of Order cannot be known")]
    [InlineData("[DataSubject(\"customer\")]", "", "no erasure; no path leads to its subject (PAC4003)")]
    public void What_cannot_be_done_is_left_out_and_said(string from, string to, string said)
    {
        var run = Compiles(SmallShop.Code.Replace(from, to, StringComparison.Ordinal), SmallShop.Policy);
        Assert.Contains(said, Unwrapped(run.Code!), StringComparison.Ordinal);
        Assert.DoesNotContain(said, Unwrapped(Compiles(SmallShop.Code, SmallShop.Policy).Code!), StringComparison.Ordinal);
    }

    [Fact]
    public void Business_days_are_refused()
    {
        var run = Compiles(SmallShop.Code, SmallShop.Policy.Replace("for: 2 years", "for: 30 business days", StringComparison.Ordinal));
        Assert.Contains("retention counts calendar days, and the policy says business days", Unwrapped(run.Code!), StringComparison.Ordinal);
        Assert.DoesNotContain("BusinessDays", run.Code, StringComparison.Ordinal);
    }

    [Fact]
    public void What_bindings_say_counts_like_an_attribute()
    {
        var bare = SmallShop.Code
            .Replace("[DataSubject(\"customer\")]", "", StringComparison.Ordinal)
            .Replace("[DataCategory(\"contact.email\")] ", "", StringComparison.Ordinal);
        var run = Compiles(bare, SmallShop.Policy, """
            types:
              Shop.Customer: { subject: customer, members: { Email: contact.email } }
            """);
        Assert.Equal(Compiles(SmallShop.Code, SmallShop.Policy).Code, run.Code);
    }

    [Fact]
    public void Names_that_are_keywords_or_already_taken_compile()
    {
        var code = SmallShop.Code.Replace("class Order", "class Event", StringComparison.Ordinal)
            .Replace("<Order>", "<Event>", StringComparison.Ordinal)
            .Replace("class Customer", "class Set", StringComparison.Ordinal)
            .Replace("<Customer>", "<Set>", StringComparison.Ordinal)
            .Replace("Customer? Customer", "Set? Customer", StringComparison.Ordinal);
        Assert.Contains("@event.CustomerId", Compiles(code, SmallShop.Policy).Code, StringComparison.Ordinal);
    }

    internal static void Reads(string name, string? code)
    {
        var expected = Path.Combine(AppContext.BaseDirectory, "Expected", name);
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "../../../Expected", name), code);
            return;
        }

        Assert.Equal(File.ReadAllText(expected).ReplaceLineEndings("\n"), code);
    }

    private static GeneratorRun Compiles(string code, string policy, string? bindings = null)
    {
        var run = GeneratorRun.Start(code, policy, bindings);
        Assert.Empty(run.Output.GetDiagnostics().Where(found => found.Severity != DiagnosticSeverity.Hidden));
        return run;
    }

    private static string OnOneLine(string code) => string.Join(' ', Unwrapped(code).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Unwrapped(string code) => code.Replace("\n// ", " ", StringComparison.Ordinal);
}
