using PolicyAsCode.Samples.Tests.Breaking;

namespace PolicyAsCode.Samples.Tests.Ocis;

/// <summary>Each clause of OCIS' notice that the policy itself keeps, or people do and the policy says who.</summary>
public sealed class PolicyClauseTests
{
    private static Broken Whole => Sample.Ocis.Whole;

    [Theory]
    [InlineData("access", "OCIS-5.1", "GDPR art. 12(3), 15"), Trait("Clause", "OCIS-5.1")]
    [InlineData("rectification", "OCIS-5.2", "GDPR art. 12(3), 16"), Trait("Clause", "OCIS-5.2")]
    [InlineData("erasure", "OCIS-5.3", "GDPR art. 12(3), 17"), Trait("Clause", "OCIS-5.3")]
    [InlineData("restriction", "OCIS-5.4", "GDPR art. 12(3), 18"), Trait("Clause", "OCIS-5.4")]
    [InlineData("portability", "OCIS-5.5", "GDPR art. 12(3), 20"), Trait("Clause", "OCIS-5.5")]
    [InlineData("objection", "OCIS-5.6", "GDPR art. 12(3), 21"), Trait("Clause", "OCIS-5.6")]
    public void A_right_that_is_served_later_than_the_law_says_is_refused(string right, string clause, string article) =>
        Later(right).IsToldBy("PAC1011", clause, article);

    [Theory]
    [InlineData("access", "rectification", "OCIS-5.1"), Trait("Clause", "OCIS-5.1")]
    [InlineData("rectification", "erasure", "OCIS-5.2"), Trait("Clause", "OCIS-5.2")]
    [InlineData("erasure", "restriction", "OCIS-5.3"), Trait("Clause", "OCIS-5.3")]
    [InlineData("restriction", "portability", "OCIS-5.4"), Trait("Clause", "OCIS-5.4")]
    [InlineData("portability", "objection", "OCIS-5.5"), Trait("Clause", "OCIS-5.5")]
    [InlineData("objection", "automated-decisions", "OCIS-5.6"), Trait("Clause", "OCIS-5.6")]
    public void A_right_that_nobody_serves_is_refused(string right, string next, string clause) =>
        Whole.Without($"  {right}:\n", $"  {next}:").IsToldBy("PAC1017", clause, $"{right}: no longer there");

    [Fact, Trait("Clause", "OCIS-5.7"), Trait("Clause", "OCIS-9.1")]
    public void The_address_for_rights_and_questions_cannot_be_left_out()
    {
        var broken = Whole.Promising("contact: { clause: [OCIS-5.7, OCIS-9.1], email: contact@ocis.app }\n", "");
        broken.IsToldBy("PAC1016", "OCIS-9.1");
        broken.IsToldBy("PAC1017", "OCIS-5.7", "contact: no longer there");
    }

    [Fact, Trait("Clause", "OCIS-5.7")]
    public void Nor_can_to_whom_rights_are_promised_be_narrowed_unseen() =>
        Whole.Promising("    format: json\n    people: [EU, EEA]\n  rectification:", "    format: json\n    people: [EU]\n  rectification:")
            .IsToldBy("PAC1017", "OCIS-5.7", "access: people − EEA");

    [Fact, Trait("Clause", "OCIS-2.6")]
    public void A_duty_of_the_law_that_nobody_keeps_is_refused()
    {
        var broken = Whole.Without("  - clause: OCIS-2.6\n", "  - clause: OCIS-3.2\n    measure");
        Assert.Contains(broken.PolicyMistakes(), one => one.Id == "PAC1010" && one.Message.Contains("GDPR art. 33(1)", StringComparison.Ordinal));
        broken.IsToldBy("PAC1017", "OCIS-2.6", "told of a breach within 72 hours");
    }

    [Fact, Trait("Clause", "OCIS-3.2")]
    public void What_providers_promise_has_an_owner_and_a_day_of_review() =>
        Whole.IsOwned("layanannya kepada OCIS.", "Legal", "2027-03-31", "OCIS-3.2");

    [Fact, Trait("Clause", "OCIS-3.3")]
    public void A_sale_has_an_owner_and_a_day_of_review() =>
        Whole.IsOwned("sejak itu.", "Management", "2027-06-01", "OCIS-3.3");

    [Fact, Trait("Clause", "OCIS-3.3")]
    public void And_is_announced_before() => Whole
        .Promising("    announce: before                       # the notice says 'notify'; before is a decision\n", "")
        .IsToldBy("PAC1017", "OCIS-3.3", "acquirer: announce before");

    [Theory, Trait("Clause", "OCIS-2.3"), Trait("Clause", "OCIS-4.1")]
    [InlineData("standard: AES-256", "standard: AES-128", "standard − AES-256")]
    [InlineData("standard: TLS 1.2", "standard: TLS 1.0", "standard − TLS 1.2")]
    public void A_weaker_standard_than_was_promised_is_a_new_promise(string promised, string instead, string words)
    {
        var broken = Whole.Promising(promised, instead);
        broken.IsRefusedBy("PAC1017", "OCIS-4.1", words);
        broken.IsRefusedBy("PAC1017", "OCIS-2.3", words);
    }

    [Theory, Trait("Clause", "OCIS-1.4")]
    [InlineData("    refusable: in-browser\n", "preferences: refusable − in-browser")]
    [InlineData("    refusable: [in-browser, in-settings]\n", "statistics: refusable − in-browser, in-settings")]
    public void A_cookie_that_the_browser_cannot_refuse_is_a_new_promise(string promised, string words) =>
        Whole.Promising(promised, "").IsRefusedBy("PAC1017", "OCIS-1.4", words);

    // Whoever asks in the name of the law, and says so.
    [Fact, Trait("Clause", "OCIS-3.4")]
    public void An_authority_that_shows_no_request_is_a_new_promise() => Whole
        .Promising("    legal-request: true\n", "")
        .IsToldBy("PAC1017", "OCIS-3.4", "authority: legal-request true → false");

    [Theory, Trait("Clause", "OCIS-3.2")]
    [InlineData("payments", "payment-provider"), InlineData("e-mail", "email-provider"), InlineData("web analytics", "analytics-provider")]
    public void A_provider_without_a_contract_is_refused(string service, string provider) => Whole
        .Promising($"    contract: processing agreement, {service}\n", "")
        .IsToldBy("PAC1017", "OCIS-3.2", $"{provider}: contract");

    [Fact, Trait("Clause", "OCIS-4.2")]
    public void Who_may_see_what_is_looked_at_anew() => Whole.IsToldBy("PAC1012", "OCIS-4.2", today: "2027-04-01");

    [Fact, Trait("Clause", "OCIS-4.4")]
    public void As_long_as_necessary_is_no_time() => Whole
        .Promising("for: 90 days, from: collected, then: erase }\n\n  device.type:", "for: as long as necessary, from: collected, then: erase }\n\n  device.type:")
        .IsToldBy("PAC1007", "OCIS-4.4", "'as long as necessary' leaves open");

    [Theory, Trait("Clause", "OCIS-6.1")]
    [InlineData("minimum: 16", "minimum: 15", "age: minimum 16 → 15")]
    [InlineData(", found: erase", "", "age: found true → false")]
    public void Younger_people_and_what_is_found_of_them_are_a_new_promise(string promised, string instead, string words) =>
        Whole.Promising(promised, instead).IsToldBy("PAC1017", "OCIS-6.1", words);

    [Fact, Trait("Clause", "OCIS-6.1")]
    public void Nor_does_the_law_let_anybody_younger_in() =>
        Whole.Promising("minimum: 16", "minimum: 15").IsToldBy("PAC1011", "OCIS-6.1", "GDPR art. 8(1)");

    [Fact, Trait("Clause", "OCIS-7.1")]
    public void A_transfer_without_a_safeguard_is_refused()
    {
        var broken = Whole
            .Promising("    region: [EEA, US]\n    safeguard: standard-contractual-clauses\n    receives: [payment.method", "    region: [EEA, US]\n    receives: [payment.method");
        Assert.Contains(broken.PolicyMistakes(), one => one.Id == "PAC1010" && one.Message.Contains("GDPR art. 44, 45, 46", StringComparison.Ordinal));
        broken.IsToldBy("PAC1017", "OCIS-7.1", "payment-provider: safeguard");
    }

    [Fact, Trait("Clause", "OCIS-8.1")]
    public void A_material_change_needs_a_new_version() => Whole
        .Promising("keep: { clause: OCIS-4.4, origin: decision, for: 2 years, from: request-closed, then: erase }", "keep: { clause: OCIS-4.4, origin: decision, for: 5 years, from: request-closed, then: erase }")
        .IsToldBy("PAC1017", "OCIS-8.1", "Write 'version: 2', and tell them.");

    [Theory, Trait("Clause", "OCIS-8.1")]
    [InlineData("published: true, notify", "published: false, notify", "changes: published true → false")]
    [InlineData("notify: [email, in-app], material", "material", "changes: notify − email, in-app")]
    [InlineData("material: before }", "material: after }", "changes: material before → after")]
    public void Changes_are_published_and_people_told_before(string promised, string instead, string words) =>
        Whole.Promising(promised, instead).IsRefusedBy("PAC1017", "OCIS-8.1", words);

    [Fact, Trait("Clause", "OCIS-8.1")]
    public void That_people_are_told_cannot_be_left_out() => Whole
        .Without("changes: { clause: OCIS-8.1", "contact: {").IsToldBy("PAC1016", "OCIS-8.1");

    [Fact, Trait("Clause", "OCIS-10.1")]
    public void Use_is_taken_for_agreement_and_never_for_consent() => Whole
        .Promising("by: use, as-consent: false", "by: use, as-consent: true").IsToldBy("PAC1011", "OCIS-10.1", "GDPR art. 4(11), 7(2)");

    [Fact, Trait("Clause", "OCIS-10.1")]
    public void And_that_cannot_be_left_unsaid() => Whole
        .Promising("acceptance: { clause: OCIS-10.1, origin: decision, by: use, as-consent: false }\n", "").IsToldBy("PAC1016", "OCIS-10.1");

    private static Broken Later(string right)
    {
        var policy = Whole.Policies["policies/ocis.policy.yaml"];
        var start = policy.IndexOf($"\n  {right}:\n", StringComparison.Ordinal);
        var end = policy.IndexOf("    within: 1 month\n", start, StringComparison.Ordinal) + "    within: 1 month\n".Length;
        return Whole.Promising(policy[start..end], policy[start..end].Replace("1 month", "3 months", StringComparison.Ordinal));
    }
}
