using PolicyAsCode.Samples.Tests.Breaking;

namespace PolicyAsCode.Samples.Tests.Alpokat;

/// <summary>Each clause of ALPOKAT's notice that the policy itself keeps, or people do and the policy says who.</summary>
public sealed class PolicyClauseTests
{
    private static Broken Whole => Sample.Alpokat.Whole;

    [Fact, Trait("Clause", "ALPO-1.3")]
    public void That_goods_are_collected_cannot_be_left_out() => Whole
        .Promising("clause: [ALPO-1.1, ALPO-1.2, ALPO-1.3]", "clause: [ALPO-1.1, ALPO-1.2]")
        .Without("  - { clause: ALPO-1.3", "  - { clause: ALPO-3.1, action: sell }")
        .Without("  product-catalogue:", "  buying-statistics:")
        .IsToldBy("PAC1016", "ALPO-1.3");

    [Theory, Trait("Clause", "ALPO-3.1")]
    [InlineData("sell")]
    [InlineData("rent")]
    public void That_nothing_is_sold_or_rented_cannot_be_taken_back_quietly(string action) => Whole
        .Promising($"  - {{ clause: ALPO-3.1, action: {action} }}\n", "")
        .IsToldBy("PAC1017", "ALPO-3.1", $"never − {action}");

    // A recipient for whom it is sold contradicts the promise.
    [Fact, Trait("Clause", "ALPO-3.1")]
    public void A_recipient_who_buys_contradicts_it()
    {
        var broken = Whole.Promising("never:\n  - { clause: ALPO-1.3", """
              business-partner:
                clause: ALPO-3.1
                origin: decision
                role: controller
                region: ID
                action: sell
                receives: contact.email
                for: communication

            never:
              - { clause: ALPO-1.3
            """);
        broken.IsToldBy("PAC1009", "ALPO-3.1", $"line {broken.LineOf("  - { clause: ALPO-3.1, action: sell }")} says never");
    }

    [Fact, Trait("Clause", "ALPO-4.1")]
    public void Promotion_that_rests_on_no_consent_is_a_change_that_people_are_told_of() => Whole
        .Promising("    basis: consent\n    opt-out: every-message\n    consent: { given: opt-in, at: registration, proof: preference.marketing }\n", "    basis: legitimate-interests\n    interest: selling more\n    opt-out: every-message\n")
        .IsToldBy("PAC1017", "ALPO-4.1", "promotion: basis consent → legitimate-interests");

    [Fact, Trait("Clause", "ALPO-4.1")]
    public void Who_sends_for_partners_has_an_owner() => Whole.IsOwned("tidak ada daftar alamat yang keluar.", "Marketing", "2027-03-31", "ALPO-4.1");

    [Fact, Trait("Clause", "ALPO-6.1"), Trait("Clause", "ALPO-6.2")]
    public void Who_checks_an_authoritys_request_has_an_owner() =>
        Whole.IsOwned("dicatat sebelum data diberikan.", "Legal", "2027-03-31", "ALPO-6.1", "ALPO-6.2");

    [Fact, Trait("Clause", "ALPO-5.1")]
    public void Statistics_on_data_as_it_is_are_a_change_that_people_are_told_of() => Whole
        .Promising("    as: anonymised\n", "")
        .IsToldBy("PAC1017", "ALPO-5.1", "statistics: as anonymised → raw");

    // A purpose that nobody was told of: it needs a version, and the version is told before it counts.
    [Fact, Trait("Clause", "ALPO-5.3")]
    public void A_new_purpose_needs_a_new_version_of_which_people_are_told() => WithPersonalisation
        .IsToldBy("PAC1017", "ALPO-5.3", "transaction.payment: for + personalisation");

    // What a trained officer expects of the clause stands beside the policy: the policy no longer says so, and the expectation fails.
    [Fact, Trait("Clause", "ALPO-5.3")]
    public void And_the_officers_expectation_fails_where_the_purpose_is_granted_all_the_same() => WithPersonalisation
        .IsToldBy("PAC1020", "ALPO-5.3", "Expected: refused. The policy's answer: allowed, since it grants this for transaction.payment");

    [Fact, Trait("Clause", "ALPO-5.3")]
    public void Once_people_are_told_it_counts() => Assert.Empty(WithPersonalisation
        .Promising("version: 1\n", "version: 2\n")
        .Promising("tests", "for: personalisation, answer: refused", "for: personalisation, answer: allowed")
        .PolicyMistakes());

    [Fact, Trait("Clause", "ALPO-5.3")]
    public void How_people_are_told_cannot_be_left_out() => Whole
        .Without("changes: { clause: ALPO-5.3", "contact: {")
        .IsToldBy("PAC1016", "ALPO-5.3");

    private static Broken WithPersonalisation => Whole
        .Promising("    for: [service-provision, service-improvement, communication, statistics, fraud-prevention, legal-compliance]", "    for: [service-provision, service-improvement, communication, statistics, fraud-prevention, legal-compliance, personalisation]")
        .Promising("  rights-handling: { origin: decision, basis: legal-obligation }", "  rights-handling: { origin: decision, basis: legal-obligation }\n  personalisation: { clause: ALPO-5.3, origin: decision, basis: contract }");
}
