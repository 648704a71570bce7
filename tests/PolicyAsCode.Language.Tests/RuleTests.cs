using System.Text.RegularExpressions;
namespace PolicyAsCode.Language.Tests;

/// <summary>Each rule about a policy's meaning: where it reports, with which mend, and its clean twin.</summary>
public sealed partial class RuleTests
{
    private const string Keep = "keep: { for: 2 years, from: last-purchase, then: erase }";

    /// <summary>A marked mistake, words of its message, what is wrong in it, and what mends it.</summary>
    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        // PAC1002 unknown key
        { "data:\n  contact.email: { clause: S-1, for: promotion, {|PAC1002:kepe|}: x, keep: never-stored }", "Did you mean 'keep'?", "kepe: x, ", "" },
        { "{|PAC1002:purpose|}:\n  x: y", "Did you mean 'purposes'?", "purpose:\n  x: y", "" },
        { "rights:\n  access: { clause: S-1, {|PAC1002:colour|}: red }", "Its keys are: clause, origin, within,", ", colour: red", "" },

        { "measures:\n  - { measure: Everybody signs, {|PAC1002:always|}, owner: Legal, clause: S-1, review-by: 2027-01-01 }", "put the whole text into quotes", "Everybody signs, always", "'Everybody signs, always'" },

        // PAC1003 wrong kind of value
        { "enforce: { {|PAC1003:PAC2404|}: warning }", "'PAC2404' is no rule. Did you mean 'PAC2004'?", "PAC2404", "PAC2004" },
        { "waivers: { rule: {|PAC1003:PAC3091|}, at: A.B, because: x, approved-by: y, until: 2027-01-01 }", "'PAC3091' is no rule. Did you mean", "PAC3091", "PAC3001" },
        { "rights:\n  access: { clause: S-1, within: {|PAC1003:30 hari kerja|} }", "Write '30 business days'.", "30 hari kerja", "30 business days" },
        { "rights:\n  access: { clause: S-1, within: {|PAC1003:3 x 24 jam|} }", "Write '72 hours'.", "3 x 24 jam", "72 hours" },
        { "version: {|PAC1003:three|}", "Here belongs a whole number from 1, not 'three'.", "version: three", "version: 3" },
        { "review-by: {|PAC1003:1 June 2027|}", "a date such as 2027-06-01", "review-by: 1 June 2027", "review-by: 2027-06-01" },
        { "data: {|PAC1003:contact.email|}", "each as 'name:' on a line of its own", "data: contact.email", "" },
        { "rights:\n  {|PAC1003:erase|}: { clause: S-1 }", "Did you mean 'erasure'?", "\n  erase: { clause: S-1 }", "" },
        { "rights:\n  access: { clause: S-1, within: {|PAC1003:soon|} }", "a duration such as", ", within: soon", "" },
        { "rights:\n  access: { clause: S-1, confirm: {|PAC1003:yes|} }", "one of 'true', 'false'", ", confirm: yes", "" },
        { "enforce: { {|PAC1003:PAC1001|}: observe }", "is always an error", "PAC1001: observe", "PAC3001: observe" },
        { "enforce: { default: {|PAC1003:warnings|} }", "Did you mean 'warning'?", "default: warnings", "default: warning" },
        { "enforce: { default: {|PAC1003:warning until June|} }", "Here belongs a date such as 2027-06-01, not 'June'.", "default: warning until June", "default: warning until 2027-06-01" },
        { "data:\n  contact.email: { clause: S-1, for: [transactions, promotion], keep: never-stored }\nrecipients:\n  acquirer: { clause: S-1, receives: contact, for: promotion, as: {|PAC1003:hashed|} }", "'pseudonymised'", ", as: hashed", "" },
        { "never: {|PAC1003:sell|}", "a list of prohibitions", "never: sell", "" },

        // PAC1004 unknown term
        { "subjects:\n  {|PAC1004:custommer|}: { clause: S-1 }", "Did you mean 'customer'?", "\n  custommer: { clause: S-1 }", "" },
        { "data:\n  {|PAC1004:no hp|}: { clause: S-1, for: promotion, keep: never-stored }", "Did you mean 'contact.phone'?", "\n  no hp: { clause: S-1, for: promotion, keep: never-stored }", "" },
        { "data:\n  {|PAC1004:email|}: { clause: S-1, for: promotion, keep: never-stored }", "Did you mean 'contact.email'?", "\n  email: { clause: S-1, for: promotion, keep: never-stored }", "" },
        { "data:\n  contact.email: { clause: S-1, for: [transactions, promotion], keep: never-stored }\nrecipients:\n  {|PAC1004:promotion|}: { clause: S-1, receives: contact, for: promotion }", "It is a purpose: say it where one belongs.", "\n  promotion: { clause: S-1, receives: contact, for: promotion }", "" },

        { "data:\n  contact.email: { clause: S-1, keep: never-stored, for: {|PAC1004:'communication, promotion'|} }", "Write a list: [communication, promotion].", "'communication, promotion'", "[communication, promotion]" },
        { "data:\n  {|PAC1004:keep|}: { clause: S-1, for: promotion, keep: never-stored }", "'keep' belongs to a statement: indent it deeper", "\n  keep: { clause: S-1, for: promotion, keep: never-stored }", "" },

        // PAC1005 duplicate
        { "subjects:\n  customer: { clause: S-1 }\n  {|PAC1005:customer|}: { clause: S-2 }\ndata:\n  contact.email: { clause: S-1, of: customer, for: promotion, keep: never-stored }", "the first is on line 8", "\n  customer: { clause: S-2 }", "" },
        { "version: 1\n{|PAC1005:version|}: 2", "Join the two, or remove one.", "\nversion: 2", "" },
        { "cookies:\n  a: { clause: S-1, for: [promotion, {|PAC1005:promotion|}] }", "stands in this list twice", ", promotion", "" },
        {
            "data:\n  contact.email:\n    - { of: staff, clause: S-1, for: promotion, keep: never-stored }\n    - { of: [customer, {|PAC1005:staff|}], clause: S-1, for: promotion, keep: never-stored }",
            "has a statement of 'staff' already", ", staff", ""
        },

        // PAC1006 required part missing
        { "data:\n  {|PAC1006:contact.email|}: { clause: S-1, keep: never-stored }\n# for", "has no 'for:'", "\n  contact.email: { clause: S-1, keep: never-stored }", "" },
        { "data:\n  contact.email: { clause: S-1, for: {|PAC1006:[]|}, keep: never-stored }", "is for nothing at all", "\n  contact.email: { clause: S-1, for: [], keep: never-stored }", "" },
        { "recipients:\n  {|PAC1006:acquirer|}: { clause: S-1, for: promotion }", "has no 'receives:'", "\n  acquirer: { clause: S-1, for: promotion }", "" },
        { "cookies:\n  {|PAC1006:campaign|}: { clause: S-1 }", "has no 'for:'", "\n  campaign: { clause: S-1 }", "" },
        { "version: 1\n{|PAC1006:review-by|}:", "says nothing. Write a date", "review-by:", "review-by: 2027-06-01" },
        { "measures:\n  - {|PAC1006:measure: x|}\n    origin: decision\n    review-by: 2027-01-01", "has no 'owner:'", "\n  - measure: x\n    origin: decision\n    review-by: 2027-01-01", "" },
        {
            "data:\n  contact.email:\n    - { of: staff, clause: S-1, for: promotion, keep: never-stored }\n    - { {|PAC1006:clause|}: S-1, for: promotion, keep: never-stored }",
            "has no 'of:'", "\n    - { clause: S-1, for: promotion, keep: never-stored }", ""
        },
        {
            "data:\n  contact.email: { clause: S-1, for: promotion, {|PAC1006:keep|}: { at-least: 2 years, from: last-purchase, then: erase } }",
            "has no 'because:'", ", keep: { at-least: 2 years, from: last-purchase, then: erase } }", ", keep: never-stored }"
        },

        // PAC1007 retention
        { "data:\n  {|PAC1007:contact.email|}: { clause: S-1, for: promotion }", $"Add '{Keep[..5]}', for example: {Keep}", "\n  contact.email: { clause: S-1, for: promotion }", "" },
        { "data:\n  contact.email: { clause: S-1, for: promotion, keep: {|PAC1007:as long as necessary|} }", "for what it is needed, and when that ends", "keep: as long as necessary }", "keep: never-stored }" },
        { "data:\n  contact.email: { clause: S-1, for: promotion, keep: {|PAC1007:2 years|} }", "neither from when nor what happens then", "keep: 2 years }", "keep: never-stored }" },
        { "data:\n  contact.email: { clause: S-1, for: promotion, keep: {|PAC1007:selama diperlukan|} }", "for what it is needed", "keep: selama diperlukan }", "keep: never-stored }" },
        { "data:\n  contact.email: { clause: S-1, for: promotion, keep: { for: {|PAC1007:a while|}, from: last-purchase, then: erase } }", "leaves open how long", "keep: { for: a while, from: last-purchase, then: erase } }", "keep: never-stored }" },
        { "data:\n  contact.email: { clause: S-1, for: promotion, keep: { for: {|PAC1007:500 years|}, from: last-purchase, then: erase } }", "more than 200 years", "keep: { for: 500 years, from: last-purchase, then: erase } }", "keep: never-stored }" },
        { "data:\n  contact.email: { clause: S-1, for: promotion, keep: { for: {|PAC1007:2 tahun|}, from: last-purchase, then: erase } }", "'2 tahun' is not in the words of a policy. Write '2 years'.", "2 tahun", "2 years" },
        { "data:\n  contact.email: { clause: S-1, for: promotion, keep: { for: {|PAC1007:Two Years|}, from: last-purchase, then: erase } }", "Write '2 years'.", "Two Years", "2 years" },
        { "data:\n  contact.email: { clause: S-1, for: promotion, keep: { for: {|PAC1007:P1Y6M|}, from: last-purchase, then: erase } }", "Write '18 months'.", "P1Y6M", "18 months" },
        { "data:\n  contact.email: { clause: S-1, for: promotion, keep: { for: {|PAC1007:1 year and 6 months|}, from: last-purchase, then: erase } }", "Write '18 months'.", "1 year and 6 months", "18 months" },
        { "data:\n  contact.email: { clause: S-1, for: promotion, keep: { for: {|PAC1007:P2W3D|}, from: last-purchase, then: erase } }", "Write '17 days'.", "P2W3D", "17 days" },
        { "data:\n  contact.email: { clause: S-1, for: promotion, keep: { for: {|PAC1007:30 adys|}, from: last-purchase, then: erase } }", "Write '30 days'.", "30 adys", "30 days" },
        { "data:\n  contact.email: { clause: S-1, for: promotion, keep: { for: {|PAC1007:P1Y10D|}, from: last-purchase, then: erase } }", "counts in several units", "P1Y10D", "375 days" },
        { "data:\n  contact.email: { clause: S-1, for: promotion, keep: { for: {|PAC1007:1.5 years|}, from: last-purchase, then: erase } }", "no whole number", "1.5 years", "18 months" },
        { "data:\n  contact.email: { clause: S-1, for: promotion, {|PAC1007:keep|}: { for: 2 years, then: erase } }", "nothing says from when", "keep: { for: 2 years, then: erase } }", "keep: never-stored }" },
        { "data:\n  contact.email: { clause: S-1, for: promotion, {|PAC1007:keep|}: { from: last-purchase, then: erase } }", "nothing says how long", "keep: { from: last-purchase, then: erase } }", "keep: never-stored }" },
        { "data:\n  contact.email: { clause: S-1, for: promotion, {|PAC1007:keep|}: { for: 2 years, from: last-purchase } }", "what happens after", "keep: { for: 2 years, from: last-purchase } }", "keep: never-stored }" },
        {
            "data:\n  contact.email: { clause: S-1, for: promotion, keep: { for: {|PAC1007:23 months|}, at-least: 2 years, because: law, from: last-purchase, then: erase } }",
            "at most 23 months and at least 2 years", "keep: { for: 23 months, at-least: 2 years, because: law, from: last-purchase, then: erase } }", "keep: never-stored }"
        },

        // PAC1008 lawful basis
        { "data:\n  contact.email: { clause: S-1, for: {|PAC1008:research|}, keep: never-stored }", "Add it below 'purposes:'", "for: research", "for: promotion" },
        { "cookies:\n  a: { clause: S-1, for: {|PAC1008:analysis|} }", "basis: … }, with one of 'consent', 'contract',", "for: analysis", "for: promotion" },

        // PAC1009 never beats a grant
        { "data:\n  contact.email: { clause: S-1, for: [communication, {|PAC1009:promotion|}], keep: never-stored }\nnever: { clause: S-2, action: use, data: contact, for: promotion }", "line 9 says never: { action: use, data: contact, for: promotion }", ", promotion", "" },
        { "data:\n  contact.email: { clause: S-1, for: promotion, {|PAC1009:keep|}: { for: 1 year, from: collected, then: erase } }\nnever: { clause: S-2, action: store, data: contact.email }", "'contact.email' is kept", "keep: { for: 1 year, from: collected, then: erase }", "keep: never-stored" },
        { "data:\n  {|PAC1009:contact.email|}: { clause: S-1, for: promotion, keep: never-stored }\nnever: { clause: S-2, action: collect, data: contact }", "stated as collected", "\n  contact.email: { clause: S-1, for: promotion, keep: never-stored }", "" },
        { "data:\n  contact.email: { clause: S-1, for: promotion, keep: never-stored }\n  device: { clause: S-1, for: promotion, keep: never-stored }\nrecipients:\n  hosting-provider: { clause: S-1, for: promotion, receives: [device, {|PAC1009:contact.email|}] }\nnever: { clause: S-2, action: disclose, data: contact, to: service-provider }", "'hosting-provider' receives 'contact.email'", ", contact.email", "" },

        // PAC1012, PAC1013, PAC1014: dates as of 2026-11-22
        { "{|PAC1012:review-by|}: 2026-11-21", "Review it, and set the next date", "review-by: 2026-11-21", "review-by: 2026-11-22" },
        { "measures: { {|PAC1012:measure: x|}, owner: Legal, clause: S-1, review-by: 2026-11-21 }", "by Legal", "2026-11-21", "2026-11-22" },
        { "{|PAC1013:effective|}: 2026-11-23", "holds from 2026-11-23", "effective: 2026-11-23", "effective: 2026-11-22" },
        { "waivers: { {|PAC1014:rule: PAC3001|}, at: A.B, because: x, approved-by: y, until: 2026-11-21 }", "ended on 2026-11-21", "2026-11-21", "2026-11-22" },
        { "waivers: { {|PAC1014:rule: PAC3001|}, at: A.B, until: 2027-01-01 }", "Add 'because:', 'approved-by:'.", "waivers: { rule: PAC3001, at: A.B, until: 2027-01-01 }", "" },

        // PAC1015 no clause
        { "subjects:\n  {|PAC1015:customer|}: {}", "Add 'clause:' with its id, or 'origin: decision'", "\n  customer: {}", "" },
        { "never:\n  - {|PAC1015:action: sell|}", "This prohibition names no clause", "\n  - action: sell", "" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_reported_at_its_place_and_its_clean_twin_is_not(string marked, string message, string wrong, string right)
    {
        Verify.Policy(Verify.Sections(marked), message);

        var text = MarkedText.Parse(marked).Text;
        Assert.Contains(wrong, text);
        Verify.Policy(Verify.Sections(EmptySection().Replace(text.Replace(wrong, right, StringComparison.Ordinal), "")));
    }

    // A section of which the mistake was all goes with it.
    [GeneratedRegex(@"^[a-z-]+: *(\n(?=[a-z#])|\z)", RegexOptions.Multiline)]
    private static partial Regex EmptySection();

    [Theory]
    [InlineData("{|PAC1003:WIB|}", "'WIB' is no time zone. Did you mean 'Asia/Jakarta'?")]
    [InlineData("{|PAC1003:Asia/Jakrata|}", "Did you mean 'Asia/Jakarta'?")]
    [InlineData("{|PAC1003:Mars/Olympus|}", "Write one by its place, such as Asia/Jakarta")]
    [InlineData("Asia/Makassar")]
    [InlineData("UTC")]
    public void A_time_zone_is_known_before_anything_runs_in_it(string zone, params string[] messages) =>
        Verify.Policy($"policy: shop\ncontroller: {{ name: Shop, time-zone: {zone} }}\n", messages);

    [Theory]
    [InlineData("never: { clause: S-2, action: store, data: payment.card-number }\ndata:\n  payment: { clause: S-1, for: transactions, keep: { for: P1Y, from: payment-made, then: erase } }")]
    [InlineData("never: { clause: S-2, action: use, data: contact.email, for: promotion }\ndata:\n  contact: { clause: S-1, for: promotion, keep: never-stored }")]
    [InlineData("never: { clause: S-2, action: disclose, data: contact, to: acquirer }\ndata:\n  contact.email: { clause: S-1, for: [transactions, promotion], keep: never-stored }\nrecipients:\n  authority: { clause: S-1, for: transactions, receives: contact }")]
    [InlineData("data:\n  contact: { clause: S-1, for: customer-support, keep: never-stored }")]
    public void A_never_that_only_narrows_a_grant_and_a_basis_of_a_broader_purpose_are_fine(string sections) =>
        Verify.Policy(Verify.Sections(sections));

    [Theory]
    [InlineData("PAC1012: error", PolicySeverity.Error)]
    [InlineData("PAC1012: observe", PolicySeverity.Observe)]
    [InlineData("PAC1012: observe until 2026-11-22", PolicySeverity.Observe)]
    [InlineData("default: observe", PolicySeverity.Warning)]
    public void The_policy_says_how_loudly_a_rule_speaks(string enforce, PolicySeverity expected) => Assert.Equal(expected,
        Assert.Single(Verify.Policy(Verify.Sections("{|PAC1012:review-by|}: 2020-01-01\nenforce: { " + enforce + " }"))).Severity);
}
