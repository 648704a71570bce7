using PolicyAsCode.Samples.Tests.Breaking;

namespace PolicyAsCode.Samples.Tests.OChat;

/// <summary>Each clause of OChat's notice that the policy itself keeps, or people do and the policy says who.</summary>
public sealed class PolicyClauseTests
{
    private static Broken Whole => Sample.OChat.Whole;

    [Fact, Trait("Clause", "OCHAT-3.2")]
    public void Firewalls_have_an_owner_and_a_day_of_review() =>
        Whole.IsOwned("hanya meloloskan yang diperlukan.", "Operations", "2027-03-31", "OCHAT-3.2");

    [Fact, Trait("Clause", "OCHAT-3.4")]
    public void Reviews_of_security_have_an_owner_and_a_day() =>
        Whole.IsOwned("yang ditemukan diperbaiki.", "Operations", "2027-03-31", "OCHAT-3.4");

    [Fact, Trait("Clause", "OCHAT-4.3")]
    public void A_sale_of_OChat_has_an_owner_and_a_day_of_review() =>
        Whole.IsOwned("sebelum data berpindah.", "Management", "2027-06-01", "OCHAT-4.3");

    [Fact, Trait("Clause", "OCHAT-8.1")]
    public void That_people_vouch_for_what_they_say_has_an_owner_and_a_day_of_review() =>
        Whole.IsOwned("cara memperbaikinya.", "Customer support", "2027-06-01", "OCHAT-8.1");

    [Fact, Trait("Clause", "OCHAT-3.4")]
    public void A_review_that_has_passed_is_told() =>
        Whole.IsToldBy("PAC1012", "OCHAT-3.4", today: "2027-04-01");

    [Fact, Trait("Clause", "OCHAT-3.2")]
    public void A_promise_that_nobody_keeps_is_refused() => Whole
        .Without("  - clause: OCHAT-3.2", "  - clause: OCHAT-3.4")
        .IsToldBy("PAC1016", "OCHAT-3.2");

    [Fact, Trait("Clause", "OCHAT-8.1")]
    public void And_so_is_that_of_accuracy() => Whole
        .Without("  - clause: OCHAT-8.1", "\nenforce:")
        .IsToldBy("PAC1016", "OCHAT-8.1");

    [Fact, Trait("Clause", "OCHAT-5.1")]
    public void A_right_that_is_served_later_than_the_law_says_is_refused() => Whole
        .Promising("  access:\n    clause: OCHAT-5.1\n    origin: decision\n    within: 72 hours", "  access:\n    clause: OCHAT-5.1\n    origin: decision\n    within: 30 days")
        .IsToldBy("PAC1011", "OCHAT-5.1", "UU PDP art. 7, 32");

    [Fact, Trait("Clause", "OCHAT-5.1")]
    public void A_duty_of_the_law_that_nobody_keeps_is_refused()
    {
        var broken = Whole.Without("  - clause: OCHAT-5.1\n    origin: decision\n    measure:\n      en: Users and the authority are told of a breach", "  - clause: OCHAT-3.2");
        Assert.Contains(broken.PolicyMistakes(), one => one.Id == "PAC1010" && one.Message.Contains("UU PDP art. 46(1)", StringComparison.Ordinal));
        broken.IsToldBy("PAC1017", "OCHAT-5.1", "told of a breach");
    }

    [Fact, Trait("Clause", "OCHAT-6.1")]
    public void A_material_change_needs_a_new_version() => Whole
        .Promising("    keep: { origin: decision, for: 6 months, from: message-sent, then: erase }", "    keep: { origin: decision, for: 2 years, from: message-sent, then: erase }")
        .IsToldBy("PAC1017", "OCHAT-6.1", "Write 'version: 2', and tell them.");

    [Fact, Trait("Clause", "OCHAT-6.1")]
    public void That_people_are_told_cannot_be_left_out() => Whole
        .Without("changes: { clause: OCHAT-6.1", "contact: {")
        .IsToldBy("PAC1016", "OCHAT-6.1");

    [Fact, Trait("Clause", "OCHAT-7.1")]
    public void The_address_for_questions_cannot_be_left_out() => Whole
        .Promising("contact: { clause: OCHAT-7.1, email: support@orderonline.id }\n", "")
        .IsToldBy("PAC1017", "OCHAT-7.1", "contact: no longer there");

    [Fact, Trait("Clause", "OCHAT-4.3")]
    public void Who_buys_OChat_is_announced_before() => Whole
        .Promising("    announce: before                       # the notice promises no announcement; the law asks for one\n", "")
        .IsToldBy("PAC1017", "OCHAT-4.3", "acquirer: announce before");
}
