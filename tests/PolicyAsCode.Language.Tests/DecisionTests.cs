using System.Collections.Immutable;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Tests;

/// <summary>What must be proved first, in which form, protected how, sold or not; and what an answer costs.</summary>
public sealed class DecisionTests
{
    private static readonly PolicyModel s_policy = Compile("""
        data:
          contact.email: { clause: S-1, for: [communication, promotion], keep: { for: 1 year, from: collected, then: erase } }
          contact.phone: { clause: S-1, for: communication, keep: { for: 1 year, from: collected, then: erase }, protect: encrypted-at-rest }
          usage.activity: { clause: S-1, for: analysis, keep: { for: 1 year, from: collected, then: erase } }
        recipients:
          email-provider: { clause: S-2, receives: contact.email, for: [communication, promotion] }
          business-partner: { clause: S-2, receives: contact, for: [communication, promotion], after: age }
          service-provider: { clause: S-2, receives: contact.phone, for: communication, after: consent }
          sms-provider: { clause: S-2, receives: contact.phone, for: communication }
          analytics-provider: { clause: S-2, receives: usage, as: pseudonymised, for: analysis }
        """);

    private static readonly PolicyModel s_formed = s_policy with
    {
        Purposes = s_policy.Purposes.Add(new()
        {
            Purpose = Purpose("analysis"), Basis = LawfulBasis.LegitimateInterests, As = Form.Aggregated, Location = s_policy.Header.Location,
        }),
    };

    [Theory]
    [InlineData("contact.email", "promotion", "consent")]
    [InlineData("contact.email", "communication", "")]
    [InlineData("contact.phone", "promotion", "")] // not allowed: nothing would help
    public void A_purpose_on_consent_needs_it(string category, string purpose, string needs) =>
        Assert.Equal(needs, Needs(new PolicyEvaluator(s_policy).MayUse(Category(category), Purpose(purpose))));

    [Fact]
    public void Special_data_on_explicit_consent_needs_it_whatever_the_purpose_rests_on()
    {
        var policy = s_policy with { Data = [.. s_policy.Data.Select(one => one with { SpecialBasis = SpecialBasis.ExplicitConsent })] };
        Assert.Equal("consent", Needs(new PolicyEvaluator(policy).MayUse(Category("contact.email"), Purpose("communication"))));
        Assert.Equal("consent", Needs(new PolicyEvaluator(policy).MayUse(Category("contact.email"), Purpose("promotion"))));
        var other = s_policy with { Data = [.. s_policy.Data.Select(one => one with { SpecialBasis = SpecialBasis.MadePublic })] };
        Assert.Equal("", Needs(new PolicyEvaluator(other).MayUse(Category("contact.email"), Purpose("communication"))));
    }

    [Fact]
    public void A_purpose_to_which_people_can_object_needs_that_they_have_not()
    {
        var policy = s_policy with { Purposes = [.. s_policy.Purposes.Select(one => one with { Objection = true })] };
        Assert.Equal("consent, no-objection", Needs(new PolicyEvaluator(policy).MayUse(Category("contact.email"), Purpose("promotion"))));
        Assert.Equal("no-objection", Needs(new PolicyEvaluator(policy).MayUse(Category("contact.email"), Purpose("communication"))));
    }

    [Theory]
    [InlineData("contact.email", "email-provider", "communication", "")]
    [InlineData("contact.email", "email-provider", "promotion", "consent")]
    [InlineData("contact.email", "business-partner", "promotion", "consent, age")]
    [InlineData("contact.phone", "service-provider", "communication", "consent")]
    [InlineData("contact.phone", "sms-provider", "communication", "")] // what asks for no proof is enough
    [InlineData("contact.phone", "payment-provider", "communication", "consent")]
    public void A_recipient_behind_a_gate_needs_its_proof(string category, string recipient, string purpose, string needs) => Assert.Equal(
        needs, Needs(new PolicyEvaluator(s_policy).MayDisclose(Category(category), Recipient(recipient), Purpose(purpose), Form.Raw)));

    [Theory]
    [InlineData(Form.Raw, false)]
    [InlineData(Form.Pseudonymised, false)]
    [InlineData(Form.Aggregated, true)]
    [InlineData(Form.Anonymised, true)]
    public void A_purpose_takes_data_in_its_form_or_one_further_removed(Form form, bool allowed)
    {
        var evaluator = new PolicyEvaluator(s_formed);
        var use = evaluator.MayUse(Category("usage.activity"), Purpose("analysis"), form);
        Assert.Equal(allowed, use.IsAllowed);
        Assert.Equal(allowed, evaluator.MayUse(Category("usage.activity"), Purpose("research"), null, form).IsAllowed);
        Assert.Equal(allowed, evaluator.MayDisclose(Category("usage.activity"), Recipient("analytics-provider"), Purpose("analysis"), form).IsAllowed);
        if (!allowed)
            Assert.IsType<PurposeStatement>(use.Because[0]);
        Assert.True(evaluator.MayUse(Category("usage.activity"), Purpose("analysis")) is { IsAllowed: true, As: Form.Aggregated });
    }

    [Fact]
    public void Protections_are_those_of_the_data_and_those_of_many_at_once()
    {
        var evaluator = new PolicyEvaluator(s_policy with
        {
            Protection =
            [
                new() { Categories = [Category("contact")], Protect = [Protection.RedactedInLogs], Location = s_policy.Header.Location },
                new() { Protect = [Protection.EncryptedInTransit], Location = s_policy.Header.Location },
            ],
        });
        Assert.Equal([Protection.EncryptedAtRest, Protection.EncryptedInTransit, Protection.RedactedInLogs], evaluator.ProtectionsOf(Category("contact.phone")));
        Assert.Equal([Protection.EncryptedInTransit], evaluator.ProtectionsOf(Category("usage.activity")));
        Assert.False(evaluator.MayLog(Category("contact.email")).IsAllowed);
        Assert.True(evaluator.MayLog(Category("usage.activity")).IsAllowed);
        Assert.True(new PolicyEvaluator(s_policy).MayLog(Category("contact.email")).IsAllowed);
    }

    [Fact]
    public void Of_two_grants_behind_different_gates_one_is_enough()
    {
        var policy = Compile("""
            data:
              contact.phone: { clause: S-1, for: communication, keep: { for: 1 year, from: collected, then: erase } }
            recipients:
              service-provider: { clause: S-2, receives: contact.phone, for: communication, after: consent }
              sms-provider: { clause: S-2, receives: contact.phone, for: communication, after: age }
            """);
        var (consent, age) = (policy.Vocabulary.Find(TermKind.Gate, "consent")!, policy.Vocabulary.Find(TermKind.Gate, "age")!);

        var decision = new PolicyEvaluator(policy)
            .MayDisclose(Category("contact.phone"), Recipient("sms-provider"), Purpose("communication"), Form.Raw);

        Assert.Equal([[age], [consent]], decision.Ways);
        Assert.True(decision.IsAllowedGiven([age]) && decision.IsAllowedGiven([consent]));
        Assert.False(decision.IsAllowedGiven([]));
        Assert.Single(decision.MissingFor([]));
    }

    [Fact]
    public void Selling_is_sharing_that_a_recipient_states_and_no_never_forbids()
    {
        var email = Category("contact.email");
        var partner = Recipient("business-partner");
        var selling = s_policy with
        {
            Recipients = [.. s_policy.Recipients.Select(one => one.Recipient == partner ? one with { Action = RecipientAction.Sell } : one)],
        };
        var never = selling with { Never = [new() { Action = "sell", Category = Category("contact"), Location = s_policy.Header.Location }] };

        Assert.Equal(Outcome.Violation, new PolicyEvaluator(s_policy).MayTransferAs(RecipientAction.Sell, email, null).Outcome);
        var sale = new PolicyEvaluator(selling).MayTransferAs(RecipientAction.Sell, email, null);
        Assert.True(sale.IsAllowed);
        Assert.Equal("age", Needs(sale));
        Assert.True(new PolicyEvaluator(selling).MayTransferAs(RecipientAction.Sell, email, partner).IsAllowed);
        Assert.False(new PolicyEvaluator(selling).MayTransferAs(RecipientAction.Sell, email, Recipient("email-provider")).IsAllowed);
        Assert.False(new PolicyEvaluator(selling).MayTransferAs(RecipientAction.Rent, email, partner).IsAllowed);
        Assert.Equal(Outcome.Gap, new PolicyEvaluator(selling).MayTransferAs(RecipientAction.Sell, Category("device.id"), null).Outcome);
        Assert.IsType<Prohibition>(new PolicyEvaluator(never).MayTransferAs(RecipientAction.Sell, email, partner).Because[0]);
        Assert.IsType<Prohibition>(new PolicyEvaluator(never).MayDisclose(email, partner, Purpose("communication"), Form.Raw).Because[0]);
        Assert.True(new PolicyEvaluator(never).MayDisclose(email, Recipient("email-provider"), Purpose("communication"), Form.Raw).IsAllowed);
    }

    [Fact]
    public void Data_is_collected_where_its_statement_says_and_anywhere_where_it_says_nothing()
    {
        var sources = s_policy.Vocabulary.Terms(TermKind.Source);
        if (sources.Length < 2)
            Assert.Skip("The vocabulary has no sources yet.");
        var evaluator = new PolicyEvaluator(s_policy with { Data = [s_policy.Data[0] with { Collected = [sources[0]] }, s_policy.Data[1]] });
        var other = sources.First(source => !source.IsWithin(sources[0]));
        Assert.True(evaluator.MayCollect(Category("contact.email"), sources[0]).IsAllowed);
        Assert.Equal(Outcome.Violation, evaluator.MayCollect(Category("contact.email"), other).Outcome);
        Assert.True(evaluator.MayCollect(Category("contact.phone"), other).IsAllowed);
        Assert.Equal(Outcome.Gap, evaluator.MayCollect(Category("device.id"), other).Outcome);
    }

    [Fact]
    public void An_answer_given_before_takes_no_memory()
    {
        var evaluator = new PolicyEvaluator(s_formed);
        var (email, phone, promotion) = (Category("contact.email"), Category("contact.phone"), Purpose("promotion"));
        var (partner, customer) = (Recipient("business-partner"), s_policy.Vocabulary.Find(TermKind.Subject, "customer"));
        var answers = 0;
        void Ask()
        {
            answers += evaluator.MayCollect(email).IsAllowed ? 1 : 0;
            answers += evaluator.MayUse(email, promotion).IsAllowed ? 1 : 0;
            answers += evaluator.MayUse(email, promotion, customer).IsAllowed ? 1 : 0;
            answers += evaluator.MayUse(phone, promotion, customer, Form.Raw).IsAllowed ? 1 : 0;
            answers += evaluator.MayDisclose(email, partner, promotion, Form.Raw).IsAllowed ? 1 : 0;
            answers += evaluator.MayTransferAs(RecipientAction.Sell, email, null).IsAllowed ? 1 : 0;
            answers += evaluator.MayStore(email).IsAllowed ? 1 : 0;
            answers += evaluator.MayLog(email).IsAllowed ? 1 : 0;
            answers += evaluator.RetentionOf(email, customer) is null ? 0 : 1;
            answers += evaluator.StatementOn(phone) is null ? 0 : 1;
            answers += evaluator.ProtectionsOf(phone).Length;
        }

        Ask();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
            Ask();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.NotEqual(0, answers);
    }

    [Fact]
    public void Threads_that_ask_at_once_get_the_same_answers()
    {
        var (categories, purposes) = (s_policy.Vocabulary.Terms(TermKind.Category), s_policy.Vocabulary.Terms(TermKind.Purpose));
        var alone = new PolicyEvaluator(s_formed);
        for (var round = 0; round < 20; round++)
        {
            var shared = new PolicyEvaluator(s_formed);
            Parallel.For(0, 8, _ => Assert.All(categories, category => Assert.All(purposes, purpose =>
                Assert.Equal(alone.MayUse(category, purpose, Form.Raw).Outcome, shared.MayUse(category, purpose, Form.Raw).Outcome))));
        }
    }

    private static PolicyModel Compile(string sections) =>
        PolicyCompiler.Compile([PolicyCompiler.Parse(Verify.PolicyPath, Verify.Sections(sections))], null, null).Model!;

    private static Term Category(string key) => BuiltInVocabulary.Terms.Find(TermKind.Category, key)!;

    private static Term Purpose(string key) => BuiltInVocabulary.Terms.Find(TermKind.Purpose, key)!;

    private static Term Recipient(string key) => BuiltInVocabulary.Terms.Find(TermKind.Recipient, key)!;

    private static string Needs(Decision decision) => string.Join(", ", decision.Needs.Select(gate => gate.Key));
}
