using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Tests;

/// <summary>What the evaluator answers, and the statements that it gives as reasons.</summary>
public sealed class EvaluatorTests
{
    private static readonly PolicyModel s_policy =
        PolicyCompiler.Compile([PolicyCompiler.Parse("policies/shop.policy.yaml", Samples.Policy)], null, null).Model!;

    private static readonly PolicyEvaluator s_evaluator = new(s_policy);

    [Theory]
    [InlineData("contact.email", "promotion", Outcome.Allowed, "contact.email")]
    [InlineData("contact.email", "customer-support", Outcome.Allowed, "contact.email")]     // narrower than communication
    [InlineData("contact.email", "transactions", Outcome.Violation, "contact.email")]       // what is said of it instead
    [InlineData("contact.name", "staff-administration", Outcome.Allowed, "contact.name")]
    [InlineData("contact.phone", "communication", Outcome.Gap)]
    [InlineData("contact", "communication", Outcome.Gap)]                                   // a narrower statement says nothing of it
    [InlineData("transaction.purchase-history", "analysis", Outcome.Allowed, "transaction.purchase-history")]
    [InlineData("transaction.purchase-history", "research", Outcome.Violation, "never use")]
    [InlineData("transaction.order", "research", Outcome.Violation, "never use")]           // a never needs no grant
    public void May_use(string category, string purpose, Outcome outcome, params string[] because) =>
        AssertDecision(outcome, because, s_evaluator.MayUse(Category(category), Purpose(purpose)));

    [Theory]
    [InlineData("contact.name", "payment-provider", "transactions", Form.Raw, Outcome.Allowed, "payment-provider", "contact.name")]
    [InlineData("contact.name", "payment-provider", "communication", Form.Raw, Outcome.Violation, "payment-provider")]
    [InlineData("contact.name", "payment-provider", "promotion", Form.Raw, Outcome.Violation, "contact.name", "contact.name")]   // the use itself is not granted
    [InlineData("contact.email", "payment-provider", "communication", Form.Raw, Outcome.Violation, "payment-provider")]
    [InlineData("contact.email", "authority", "promotion", Form.Raw, Outcome.Violation, "consented-party")]       // who gets it instead
    [InlineData("transaction.purchase-history", "research-partner", "analysis", Form.Raw, Outcome.Violation, "research-partner")]
    [InlineData("transaction.purchase-history", "research-partner", "analysis", Form.Pseudonymised, Outcome.Allowed, "research-partner", "transaction.purchase-history")]
    [InlineData("transaction.purchase-history", "research-partner", "analysis", Form.Anonymised, Outcome.Allowed, "research-partner", "transaction.purchase-history")]
    [InlineData("transaction.purchase-history", "acquirer", "analysis", Form.Raw, Outcome.Violation, "never disclose")]
    [InlineData("device.id", "research-partner", "analysis", Form.Raw, Outcome.Gap)]
    public void May_disclose(string category, string recipient, string purpose, Form form, Outcome outcome, params string[] because) =>
        AssertDecision(outcome, because, s_evaluator.MayDisclose(
            Category(category), s_policy.Vocabulary.Find(TermKind.Recipient, recipient)!, Purpose(purpose), form));

    [Theory]
    [InlineData("contact.email", Outcome.Allowed, "contact.email")]
    [InlineData("account.password", Outcome.Violation, "never-stored")]
    [InlineData("payment.card-number", Outcome.Violation, "never store")]
    [InlineData("payment.method", Outcome.Gap)]
    public void May_store(string category, Outcome outcome, params string[] because) =>
        AssertDecision(outcome, because, s_evaluator.MayStore(Category(category)));

    [Theory]
    [InlineData("contact.email", Outcome.Violation, "contact.email")]
    [InlineData("account.password", Outcome.Violation, "account.password")]
    [InlineData("transaction.purchase-history", Outcome.Allowed, "transaction.purchase-history")]
    [InlineData("contact.phone", Outcome.Gap)]
    public void May_log(string category, Outcome outcome, params string[] because) =>
        AssertDecision(outcome, because, s_evaluator.MayLog(Category(category)));

    [Theory]
    [InlineData("contact.name", Outcome.Allowed, "contact.name", "contact.name")]
    [InlineData("device.id", Outcome.Gap)]
    public void May_collect(string category, Outcome outcome, params string[] because) =>
        AssertDecision(outcome, because, s_evaluator.MayCollect(Category(category)));

    [Theory]
    [InlineData("contact.name", "customer", "18 months")]
    [InlineData("contact.name", "staff", "1 year")]
    [InlineData("contact.name", "visitor", null)]
    [InlineData("contact.name", null, "18 months")]
    [InlineData("contact.phone", "customer", null)]
    public void Retention_is_the_subjects_own(string category, string? subject, string? duration) => Assert.Equal(duration,
        s_evaluator.RetentionOf(Category(category), subject is null ? null : s_policy.Vocabulary.Find(TermKind.Subject, subject))?.AtMost?.ToString());

    [Theory]
    [InlineData("customer", "promotion", true)]
    [InlineData("staff", "promotion", false)]
    [InlineData("customer", "staff-administration", false)]
    [InlineData("staff", "staff-administration", true)]
    [InlineData("visitor", "promotion", true)] // the policy says nothing of visitors; whether it may hold theirs is another question
    [InlineData(null, "staff-administration", true)]
    public void What_is_granted_for_one_subject_grants_nothing_for_another(string? subject, string purpose, bool allowed)
    {
        var policy = PolicyCompiler.Compile([PolicyCompiler.Parse(Verify.PolicyPath, Verify.Sections("""
            data:
              contact.email:
                - { clause: S-1, of: customer, for: promotion, keep: { for: 1 year, from: collected, then: erase } }
                - { clause: S-2, of: staff, for: staff-administration, keep: { for: 1 year, from: collected, then: erase } }
            """))], null, null).Model!;
        var whose = subject is null ? null : policy.Vocabulary.Find(TermKind.Subject, subject);
        var decision = new PolicyEvaluator(policy).MayUse(Category("contact.email"), Purpose(purpose), whose);
        Assert.Equal(allowed, decision.IsAllowed);
        Assert.All(decision.Because.OfType<DataStatement>(), statement => Assert.Equal(allowed, statement.Purposes.Any(one => one.Key == purpose)));
    }

    [Fact]
    public void The_nearest_statement_speaks_and_the_broader_ones_grant_as_well()
    {
        var policy = PolicyCompiler.Compile([PolicyCompiler.Parse(Verify.PolicyPath, Verify.Sections("""
            data:
              contact: { clause: S-1, for: transactions, keep: { for: 1 year, from: collected, then: erase } }
              contact.email: { clause: S-2, for: promotion, keep: { for: 2 years, from: collected, then: erase } }
            """))], null, null).Model!;
        var evaluator = new PolicyEvaluator(policy);
        var email = Category("contact.email");
        Assert.Equal("2 years", evaluator.RetentionOf(email, null)!.AtMost.ToString());
        Assert.Equal("1 year", evaluator.RetentionOf(Category("contact.phone"), null)!.AtMost.ToString());
        Assert.Equal(["promotion", "transactions"], evaluator.PurposesOf(email).Select(purpose => purpose.Key));
        Assert.Equal(["contact.email", "contact"], evaluator.StatementsOn(email).Select(statement => statement.Category.Key));
        Assert.True(evaluator.MayUse(email, Purpose("transactions")).IsAllowed);
        Assert.False(evaluator.MayUse(Category("contact.phone"), Purpose("promotion")).IsAllowed);
    }

    private static Term Category(string key) => s_policy.Vocabulary.Find(TermKind.Category, key)!;

    private static Term Purpose(string key) => s_policy.Vocabulary.Find(TermKind.Purpose, key)!;

    private static void AssertDecision(Outcome outcome, string[] because, Decision decision)
    {
        Assert.Equal(outcome, decision.Outcome);
        Assert.Equal(because, decision.Because.Select(statement => statement switch
        {
            DataStatement data => data.Category.Key,
            RecipientStatement recipient => recipient.Recipient.Key,
            Prohibition never => $"never {never.Action}",
            RetentionStatement { NeverStored: true } => "never-stored",
            _ => statement.ToString(),
        }));
    }
}
