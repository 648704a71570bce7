using PolicyAsCode.Samples.Tests.Breaking;

namespace PolicyAsCode.Samples.Tests.JovaPos;

/// <summary>Each clause of JOVA POS' notice that the policy itself keeps, or people do and the policy says who.</summary>
public sealed class PolicyClauseTests
{
    private static Broken Whole => Sample.JovaPos.Whole;

    // The same standard of privacy and security is a contract that somebody signs.
    [Fact, Trait("Clause", "JOVA-2.1")]
    public void A_provider_without_a_contract_is_refused() => Whole
        .Promising("    contract: { en: \"processing agreement, deliveries\", id: \"perjanjian pemrosesan, pengiriman\" }\n", "")
        .IsToldBy("PAC1017", "JOVA-2.1", "delivery-provider");

    [Fact, Trait("Clause", "JOVA-2.1")]
    public void And_the_contracts_have_an_owner() =>
        Whole.IsOwned("standar privasi dan keamanan yang sama.", "Legal", "2027-03-31", "JOVA-2.1", "JOVA-2.9");

    [Fact, Trait("Clause", "JOVA-2.2"), Trait("Clause", "JOVA-2.6")]
    public void That_partners_and_advisers_are_bound_has_an_owner_and_a_day_of_review() =>
        Whole.IsOwned("terikat kerahasiaan sebelum menerima data.", "Legal", "2027-03-31", "JOVA-2.2", "JOVA-2.6");

    [Fact, Trait("Clause", "JOVA-2.2")]
    public void A_partner_who_is_no_longer_bound_is_a_new_promise() => Whole
        .Promising("    contract: { en: confidentiality agreement, id: perjanjian kerahasiaan }\n    confidentiality: true\n", "    contract: { en: confidentiality agreement, id: perjanjian kerahasiaan }\n")
        .IsToldBy("PAC1017", "JOVA-2.2", "business-partner: confidentiality");

    [Fact, Trait("Clause", "JOVA-2.6")]
    public void And_so_is_an_adviser() => Whole
        .Promising("    contract: { en: professional secrecy, id: kerahasiaan profesi }\n    confidentiality: true\n", "    contract: { en: professional secrecy, id: kerahasiaan profesi }\n")
        .IsToldBy("PAC1017", "JOVA-2.6", "professional-adviser: confidentiality");

    [Fact, Trait("Clause", "JOVA-2.4")]
    public void A_sale_of_the_shop_has_an_owner_and_a_day_of_review() =>
        Whole.IsOwned("berkomitmen pada standar privasi yang berlaku.", "Management", "2027-06-01", "JOVA-2.4");

    [Fact, Trait("Clause", "JOVA-2.4")]
    public void And_is_announced_before() => Whole
        .Promising("    announce: before                       # the notice promises no announcement; the law asks for one\n", "")
        .IsToldBy("PAC1017", "JOVA-2.4", "acquirer: announce before");

    [Fact, Trait("Clause", "JOVA-2.7")]
    public void That_people_are_told_to_whom_they_agree_has_an_owner_and_a_day_of_review() =>
        Whole.IsOwned("tujuan dan pihaknya dengan kata-kata yang jelas.", "Marketing", "2027-03-31", "JOVA-2.7");

    [Fact, Trait("Clause", "JOVA-2.7")]
    public void Others_cannot_be_handed_data_without_consent_by_one_word_less() => Whole
        .Promising("    receives: [contact.name, contact.email]\n    for: promotion\n    after: consent\n    announce: before\n", "    receives: [contact.name, contact.email]\n    for: promotion\n    announce: before\n")
        .IsToldBy("PAC1017", "JOVA-2.7", "consented-party");

    [Fact, Trait("Clause", "JOVA-2.7")]
    public void Nor_before_they_are_told_to_whom_by_another() => Whole
        .Promising("    after: consent\n    announce: before\n", "    after: consent\n")
        .IsRefusedBy("PAC1017", "JOVA-2.7", "consented-party: announce before");

    // Whoever asks in the name of the law, and says so.
    [Fact, Trait("Clause", "JOVA-2.3")]
    public void An_authority_that_shows_no_request_is_a_new_promise() => Whole
        .Promising("    legal-request: true\n", "")
        .IsToldBy("PAC1017", "JOVA-2.3", "authority: legal-request true → false");

    [Theory, Trait("Clause", "JOVA-2.9")]
    [InlineData("payment-provider"), InlineData("delivery-provider"), InlineData("it-provider"), InlineData("email-provider")]
    [InlineData("sms-provider"), InlineData("business-partner"), InlineData("acquirer"), InlineData("research-partner")]
    [InlineData("professional-adviser"), InlineData("consented-party"), InlineData("fraud-prevention-partner")]
    public void Whoever_gets_data_keeps_it_to_themselves(string recipient)
    {
        var policy = Whole.Policies["policies/jova-pos.policy.yaml"];
        var start = policy.IndexOf($"\n  {recipient}:\n", StringComparison.Ordinal);
        var end = policy.IndexOf("    confidentiality: true\n", start, StringComparison.Ordinal);
        Whole.Promising(policy[start..end] + "    confidentiality: true\n", policy[start..end])
            .IsRefusedBy("PAC1017", "JOVA-2.9", $"{recipient}: confidentiality true → false");
    }

    // Confidential, and for what was agreed: each has a list of its own, and is no recipient without it.
    [Fact, Trait("Clause", "JOVA-2.9")]
    public void A_recipient_without_purposes_is_refused() => Whole
        .Promising("    receives: [device.ip-address, account.username]\n    for: security\n", "    receives: [device.ip-address, account.username]\n")
        .IsToldBy("PAC1006", "JOVA-2.9");

    [Fact, Trait("Clause", "JOVA-2.9")]
    public void One_more_purpose_is_a_new_promise() => Whole
        .Promising("    receives: [device.ip-address, account.username]\n    for: security\n", "    receives: [device.ip-address, account.username]\n    for: [security, legal-compliance]\n")
        .IsToldBy("PAC1017", "JOVA-2.9", "it-provider");

    [Fact, Trait("Clause", "JOVA-4.5")]
    public void A_right_that_is_served_later_than_the_law_says_is_refused() => Whole
        .Promising("    clause: [JOVA-4.2, JOVA-4.4, JOVA-4.5]\n    origin: decision\n    within: 72 hours", "    clause: [JOVA-4.2, JOVA-4.4, JOVA-4.5]\n    origin: decision\n    within: 30 business days")
        .IsToldBy("PAC1011", "JOVA-4.5", "UU PDP art.");

    [Fact, Trait("Clause", "JOVA-4.5")]
    public void That_a_delay_is_explained_has_an_owner_and_a_day_of_review() =>
        Whole.IsOwned("keterlambatan dijelaskan dengan perkiraan baru.", "Customer support", "2027-03-31", "JOVA-4.3", "JOVA-4.5");

    [Fact, Trait("Clause", "JOVA-5.1")]
    public void A_cookie_that_the_browser_cannot_refuse_is_a_new_promise() => Whole
        .Promising("    refusable: in-browser\n", "")
        .IsRefusedBy("PAC1017", "JOVA-5.1", "campaign: refusable − in-browser");

    [Fact, Trait("Clause", "JOVA-6.1")]
    public void A_material_change_needs_a_new_version() => Whole
        .Promising("    keep: { origin: decision, for: 90 days, from: delivered, then: erase }", "    keep: { origin: decision, for: 2 years, from: delivered, then: erase }")
        .IsToldBy("PAC1017", "JOVA-6.1", "Write 'version: 2'");

    [Fact, Trait("Clause", "JOVA-6.1")]
    public void Nor_are_changes_made_unseen() => Whole
        .Promising("  published: true\n", "  published: false\n")
        .IsRefusedBy("PAC1017", "JOVA-6.1", "changes: published true → false");

    [Fact, Trait("Clause", "JOVA-6.1")]
    public void That_changes_are_published_cannot_be_left_out() => Whole
        .Without("changes:\n  clause: JOVA-6.1", "contact: {")
        .Without("  - clause: JOVA-6.1", "  - clause: JOVA-7.1")
        .IsToldBy("PAC1016", "JOVA-6.1");

    [Fact, Trait("Clause", "JOVA-6.1")]
    public void A_review_that_has_passed_is_told() =>
        Whole.IsToldBy("PAC1012", "JOVA-6.1", today: "2027-06-02");

    [Fact, Trait("Clause", "JOVA-7.1")]
    public void The_addresses_for_questions_cannot_be_left_out() => Whole
        .Promising("contact: { clause: JOVA-7.1, email: support@jovapos.com, phone: \"0821-7216-5756\" }\n", "")
        .IsToldBy("PAC1017", "JOVA-7.1", "contact: no longer there");

    [Fact, Trait("Clause", "JOVA-7.2")]
    public void Use_of_the_service_is_no_consent() => Whole
        .Promising("as-consent: false", "as-consent: true")
        .IsToldBy("PAC1011", "JOVA-7.2");

    [Fact, Trait("Clause", "JOVA-7.2")]
    public void And_that_it_counts_as_acceptance_cannot_be_left_out() => Whole
        .Without("acceptance: {", "# Where people reach us")
        .IsToldBy("PAC1016", "JOVA-7.2");
}
