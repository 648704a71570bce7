namespace PolicyAsCode.Language.Tests;

/// <summary>
/// Mistakes that officers make: each is told once, at its line, and what follows from it is not told as further mistakes.
/// The marks are all that may be reported.
/// </summary>
public sealed class OneMistakeTests
{
    internal const string Policy = """
        policy: shop
        controller: { name: Shop, time-zone: Asia/Jakarta }
        subjects:
          customer: { clause: S-1 }
        sources:
          registration: { clause: S-1, from: person }
        data:
          contact.email:
            of: customer
            clause: S-1
            collected: registration
            for: transactions
            keep: { clause: S-2, for: 2 years, from: last-purchase, then: erase }
        purposes:
          transactions: { clause: S-3, basis: contract }
        never:
          - { clause: S-4, action: sell }
        rights:
          erasure: { clause: S-5, within: 14 days, verify-identity: true }
        measures:
          - clause: S-6
            measure: Everybody learns how to treat data.
            owner: Manager
            review-by: 2027-06-01
        """;

    internal const string Notice = """
        notice: shop
        clauses: { S-1: {}, S-2: {}, S-3: {}, S-4: {}, S-5: {}, S-6: {} }
        """;

    // What is written instead of what, and how the message goes on from its mark.
    public static TheoryData<string, string, string> Mistakes { get; } = new()
    {
        // A word in the officer's own language, or of the law.
        { "subjects:", "{|PAC1002:subjek|}:", "Did you mean 'subjects'?" },
        { "purposes:", "{|PAC1002:tujuan|}:", "Did you mean 'purposes'?" },
        { "    keep: {", "    {|PAC1002:simpan|}: {", "Did you mean 'keep'?" },
        { "collected: reg", "{|PAC1002:dikumpulkan|}: reg", "Did you mean 'collected'?" },
        { "rights:", "{|PAC1002:hak|}:", "Did you mean 'rights'?" },
        { "then: erase", "then: {|PAC1003:delete|}", "Did you mean 'erase'?" },
        { "then: erase", "then: {|PAC1003:hapus|}", "Did you mean 'erase'?" },
        { "basis: contract", "basis: {|PAC1003:perjanjian|}", "Did you mean 'contract'?" },
        { "verify-identity: true", "verify-identity: {|PAC1003:yes|}", "Did you mean 'true'?" },
        { "verify-identity: true", "verify-identity: {|PAC1003:tidak|}", "Did you mean 'false'?" },
        { "for: 2 years", "for: {|PAC1007:2 thn|}", "Write '2 years'" },
        { "Asia/Jakarta", "{|PAC1003:Jakarta|}", "Did you mean 'Asia/Jakarta'?" },
        { "Asia/Jakarta", "{|PAC1003:GMT+7|}", "Did you mean 'Asia/Jakarta'?" },
        { "name: Shop,", "name: Shop, email: {|PAC1003:<a@shop.example>|},", "e-mail address" },
        // A section under a name that nobody knows.
        { "subjects:", "{|PAC1002:zzzzzz|}:", "Its keys are" },
        { "purposes:", "{|PAC1002:zzzzzz|}:", "Its keys are" },
        { "  customer: {", "{|PAC1002:customer|}: {", "If it belongs to 'subjects:' above it" },
        // A term that others refer to.
        { "  customer: {", "  {|PAC1004:customers|}: {", "Did you mean 'customer'?" },
        { "  transactions: {", "  {|PAC1004:transaction|}: {", "Did you mean 'transactions'?" },
        // Clauses of the notice.
        { "clause: S-4", "clause: {|PAC1004:S4|}", "Did you mean 'S-4'?" },
        { "    clause: S-1", "    clause: {|PAC1004:S-1, S-3|}", "Write a list: [S-1, S-3]" },
        { "{ clause: S-4, action", "{ clause: {|PAC1001:\"|}S-4, action", "Add \" at its end" },
        { "- { clause: S-4, action: sell }", "{|PAC1001:- { clause: S-4 action: sell }|}", "a ',' is missing" },
        { "{ clause: S-4, action", "{ {|PAC1002:clause:S-4|}, action", "Write 'clause: S-4'" },
        { "action: sell }", "{|PAC1002:action:sell|} }", "Write 'action: sell'" },
        { "purposes:", "{|PAC1001:---|}\npurposes:", "A second document starts here" },
        // Shapes.
        { "  - { clause: S-4, action: sell }", "  {|PAC1003:sell|}: { clause: S-4 }", "each with '- ' before it" },
        { "rights:", "rights:\n  {|PAC1003:basis|}: consent", "not 'basis'" },
        { "    of: customer", "    {|PAC1001:of customer|}", "no ': ' after its key" },
        { "    measure: Every", "    {|PAC1001:measure: Note: Everybody learns how to treat data.|}\n    # Every", "second ':'" },
        { "  - clause: S-6", "  {|PAC1001:-clause: S-6|}", "Write '- one'" },
        { "    measure: Every", "    {|PAC1001:measure: *Everybody learns how to treat data.|}\n    # Every", "into quotes" },
        { "    measure: Every", "   {|PAC1001:measure: Everybody learns how to treat data.|}\n    # Every", "exactly like its neighbours" },
        { "policy: shop", "policy: {|PAC1003:Shop|}", "a name of small letters" },
        { "  - { clause: S-4, action: sell }", "  {|PAC1003:sell|}", "each with '- ' before it" },
        { "  - clause: S-6", "  - {|PAC1006:clause|}:", "'clause:' says nothing" },
        { "clause: S-4", "clause: {|PAC1004:S-99|}", "no clause 'S-99'" },
        { "  contact.email:\n", "  {|PAC1006:contact.name|}:\n  contact.email:\n", "Write a statement on data with keys such as 'of:'" },
        { "    owner: Manager", "    {|PAC1006:owner|}: |", "'owner:' says nothing" },
        { "    owner: Manager", "    owner: Manager\n    {|PAC1001:<<|}: *other", "takes over keys from elsewhere" },
        // What a word processor makes of quotation marks.
        { "    owner: Manager", "    owner: {|PAC1001:“Manager”|}", "Write \"Manager\"." },
        { "name: Shop,", "name: {|PAC1001:„Shop“|},", "Write \"Shop\"." },
        { "of: customer", "of: {|PAC1001:‘customer’|}", "Write \"customer\"." },
        { "  contact.email:\n", "  {|PAC1001:“contact.email”|}:\n", "are those of a word processor" },
        // Days that no calendar has.
        { "2027-06-01", "{|PAC1003:2027-02-30|}", "the month 2027-02 has 28 days" },
        { "2027-06-01", "{|PAC1003:2027-13-01|}", "there is no month 13" },
        { "2027-06-01", "{|PAC1003:1 June 2027|}", "a date such as 2027-06-01" },
        { "    for: trans", "{|PAC1001:\u00A0\u00A0\u00A0\u00A0for: transactions|}\n    # trans", "U+00A0" },
    };

    [Fact]
    public void The_policy_is_clean_before() => Verify.Together(("policies/shop.policy.yaml", Policy), ("policies/shop.notice.yaml", Notice));

    [Theory, MemberData(nameof(Mistakes))]
    public void Is_told_once(string right, string wrong, string mends)
    {
        var at = Policy.IndexOf(right, StringComparison.Ordinal);

        var compiled = Verify.Together(
            ("policies/shop.policy.yaml", Policy.Remove(at, right.Length).Insert(at, wrong)), ("policies/shop.notice.yaml", Notice));

        Assert.Contains(mends, Assert.Single(compiled.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clause_that_no_line_names_is_missed_beside_other_mistakes() => Verify.Together(
        ("policies/shop.policy.yaml", Policy.Replace("clause: S-4, action: sell", "origin: decision, action: {|PAC1003:sel|}", StringComparison.Ordinal)),
        ("policies/shop.notice.yaml", Notice.Replace("S-4", "{|PAC1016:S-4|}", StringComparison.Ordinal)));

    [Fact]
    public void Nobody_knows_what_an_empty_policy_states() => Verify.Together(
        ("policies/shop.policy.yaml", "{|PAC1006:|}"), ("policies/shop.notice.yaml", Notice));
}
