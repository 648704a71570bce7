using System.Text.RegularExpressions;
using PolicyAsCode.Samples.Tests.Breaking;

namespace PolicyAsCode.Samples.Tests.JovaPos;

/// <summary>
/// Each clause of JOVA POS' notice on deletion and the other rights. Code is generated from their statements, and
/// <c>tests/JovaPos.Tests</c> shows on data that it does what they say; here each is weakened in what its clause promises, and
/// the check of the policy says so by the name of the clause.
/// </summary>
public sealed class RightsClauseTests
{
    private static Broken Whole => Sample.JovaPos.Whole;

    [Theory, Trait("Clause", "JOVA-3.1")]
    [InlineData("channels: [email, phone]", "channels: email", "erasure: channels − phone")]
    [InlineData("channels: [email, phone]", "channels: phone", "erasure: channels − email")]
    [InlineData("asks: [contact.name, contact.email]", "asks: [contact.name, contact.email, contact.address]", "erasure: asks + contact.address")]
    public void Deletion_is_asked_for_by_email_or_phone_with_no_more_than_name_and_email(string promised, string instead, string words) =>
        In("erasure", promised, instead).IsRefusedBy("PAC1017", "JOVA-3.1", words);

    [Fact, Trait("Clause", "JOVA-3.2")]
    public void Nobody_is_erased_without_a_look_at_who_asks() =>
        In("erasure", "verify-identity: true", "verify-identity: false")
            .IsRefusedBy("PAC1017", "JOVA-3.2", "erasure: verify-identity true → false");

    [Fact, Trait("Clause", "JOVA-3.3")]
    public void Receipt_is_confirmed() =>
        In("erasure", "confirm: true", "confirm: false").IsToldBy("PAC1017", "JOVA-3.3", "erasure: confirm true → false");

    [Theory, Trait("Clause", "JOVA-3.4")]
    [InlineData("31 business days")]
    [InlineData("2 months")]
    public void Thirty_business_days_are_not_one_more(string time)
    {
        var broken = In(
            "erasure", "\n    within: 30 business days\n    promised: 30 business days", $"\n    within: {time}\n    promised: {time}");
        broken.IsToldBy("PAC1017", "JOVA-3.4", $"erasure: within 30 business days → {time}");
        // And by what its officer expects of the policy, also where people were told of a new version.
        broken.IsToldBy("PAC1020", "JOVA-3.4", $"a request for erasure is answered within {time}");
    }

    [Fact, Trait("Clause", "JOVA-3.6")]
    public void Who_was_erased_is_told() =>
        In("erasure", "    notify: [email, sms]\n", "").IsRefusedBy("PAC1017", "JOVA-3.6", "erasure: notify − email, sms");

    [Fact, Trait("Clause", "JOVA-3.7")]
    public void What_was_erased_does_not_come_back() =>
        In("erasure", "reversible: false", "reversible: true").IsRefusedBy("PAC1017", "JOVA-3.7", "erasure: reversible false → true");

    [Fact, Trait("Clause", "JOVA-3.8")]
    public void Proof_of_identity_is_kept_for_its_own_short_time_and_used_for_nothing_else()
    {
        Whole.Promising("keep: { origin: decision, for: 30 days, from: request-closed", "keep: { origin: decision, for: 2 years, from: request-closed")
            .IsToldBy("PAC1017", "JOVA-3.8", "government.id-document");
        var broken = Whole.Promising("    for: identity-verification\n", "    for: [identity-verification, fraud-prevention]\n");
        broken.IsToldBy("PAC1017", "JOVA-3.8", "fraud-prevention");
        broken.IsToldBy("PAC1020", "JOVA-3.8", "Expected: refused");
    }

    [Fact, Trait("Clause", "JOVA-3.9")]
    public void A_copy_is_offered_before() =>
        In("erasure", "offer-export: true", "offer-export: false").IsRefusedBy("PAC1017", "JOVA-3.9", "erasure: offer-export true → false");

    [Fact, Trait("Clause", "JOVA-3.9")]
    public void And_that_people_are_told_to_save_what_they_need_has_an_owner_and_a_day_of_review() =>
        Whole.IsOwned("menawarkan ekspor dahulu.", "Customer support", "2027-03-31", "JOVA-3.9");

    [Fact, Trait("Clause", "JOVA-4.1")]
    public void A_copy_has_a_format() =>
        In("access", "    format: json\n", "").IsRefusedBy("PAC1017", "JOVA-4.1", "access: format json → –");

    [Theory]
    [InlineData("access", "JOVA-4.1"), Trait("Clause", "JOVA-4.1")]
    [InlineData("rectification", "JOVA-4.2"), Trait("Clause", "JOVA-4.2")]
    [InlineData("restriction", "JOVA-4.3"), Trait("Clause", "JOVA-4.3")]
    public void A_right_that_nobody_serves_or_later_than_the_law_says_is_refused(string right, string clause)
    {
        Whole.Promising(Statement(right), "").IsToldBy("PAC1017", clause, $"{right}: no longer there");
        In(right, "within: 72 hours", "within: 30 business days").IsToldBy("PAC1011", clause, "UU PDP art.");
    }

    [Theory, Trait("Clause", "JOVA-4.3")]
    [InlineData("    evaluated: true\n", "restriction: evaluated true → false")]
    [InlineData("    notify: email\n", "restriction: notify − email")]
    public void A_restriction_is_weighed_and_its_outcome_told(string promised, string words) =>
        In("restriction", promised, "").IsRefusedBy("PAC1017", "JOVA-4.3", words);

    [Theory, Trait("Clause", "JOVA-4.4")]
    [InlineData("erasure"), InlineData("access"), InlineData("rectification")]
    [InlineData("restriction"), InlineData("portability"), InlineData("objection")]
    public void No_right_is_served_to_whoever_says_who_they_are(string right) =>
        In(right, "verify-identity: true", "verify-identity: false")
            .IsRefusedBy("PAC1017", "JOVA-4.4", $"{right}: verify-identity true → false");

    [Fact, Trait("Clause", "JOVA-4.5")]
    public void A_delay_is_explained() =>
        In("erasure", "explained: true", "explained: false").IsToldBy("PAC1017", "JOVA-4.5", "erasure: explained true → false");

    [Theory, Trait("Clause", "JOVA-4.5")]
    [InlineData("access"), InlineData("rectification"), InlineData("restriction")]
    public void And_what_is_usual_is_thirty_business_days(string right) =>
        In(right, "promised: 30 business days", "promised: 60 business days")
            .IsRefusedBy("PAC1017", "JOVA-4.5", $"{right}: promised 30 business days → 60 business days");

    /// <summary>The policy with another word in the statement of a right.</summary>
    private static Broken In(string right, string promised, string instead)
    {
        var statement = Statement(right);
        Assert.Equal(2, statement.Split(promised).Length);
        return Whole.Promising(statement, statement.Replace(promised, instead, StringComparison.Ordinal));
    }

    private static string Statement(string right)
    {
        var found = Regex.Match(
            Whole.Policies["policies/jova-pos.policy.yaml"], $@"(?<=\n)  {right}:\n(?:    .*\n)+");
        Assert.True(found.Success, $"The policy states no {right}.");
        return found.Value;
    }
}
