namespace PolicyAsCode.Language.Tests;

/// <summary>Sections and keys beyond the first ones: where each mistake is reported, with which mend, and its clean twin.</summary>
public sealed class SectionTests
{
    private const string Mail = "data:\n  contact.email: { clause: S-1, of: customer, for: promotion, keep: never-stored }\n";

    /// <summary>A marked mistake, words of its message, what is wrong in it, and what mends it.</summary>
    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        // controller
        { "controller: { name: Shop, region: {|PAC1004:Indonesia|} }", "Write 'ID'.", "Indonesia", "ID" },
        { "controller: { name: Shop, holidays: {|PAC1003:EU|} }", "'ID', 'none'", "EU", "ID" },
        { "controller: { name: Shop, email: {|PAC1003:shop|} }", "an e-mail address such as", "email: shop", "email: a@shop.example" },
        { "controller: { name: Shop, work-week: [monday, {|PAC1003:Tuesday|}] }", "Did you mean 'tuesday'?", "Tuesday", "tuesday" },
        { "controller: { name: Shop, work-week: [monday, {|PAC1005:monday|}] }", "twice", ", monday", "" },

        // sources and subjects
        { Mail.Replace("of: customer", "of: customer, collected: {|PAC1006:order|}", StringComparison.Ordinal) + "sources:\n  registration: { clause: S-1, from: person }", "Add it below 'sources:' as order: { clause: …, from: person }", "\n  registration:", "\n  order:" },
        { "sources:\n  order: { clause: S-1, from: {|PAC1003:persons|} }\n" + Mail.Replace("of:", "collected: order, of:", StringComparison.Ordinal), "Did you mean 'person'?", "persons", "person" },
        { "sources:\n  {|PAC1004:ordering|}: { clause: S-1 }\n" + Mail, "Did you mean 'order'?", "sources:\n  ordering: { clause: S-1 }\n", "" },
        { Mail.Replace("of: customer", "of: {|PAC1006:staff|}", StringComparison.Ordinal) + "subjects:\n  customer: { clause: S-1 }", "Add it below 'subjects:' as staff: { clause: … }", "\n  customer: { clause", "\n  staff: { clause" },

        // data
        { Mail.Replace("for:", "special-basis: {|PAC1003:consent|}, for:", StringComparison.Ordinal), "one of 'explicit-consent', 'employment-law',", "special-basis: consent", "special-basis: explicit-consent" },
        { Mail.Replace("for:", "optional: {|PAC1003:maybe|}, for:", StringComparison.Ordinal), "one of 'true', 'false'", "maybe", "true" },

        // non-personal
        { "non-personal:\n  {|PAC1003:order|}: { clause: S-1, for: [transactions, communication, promotion] }", "which is personal data", "\n  order:", "\n  order-details:" },
        { "non-personal:\n  {|PAC1003:Order details|}: { clause: S-1, for: [transactions, communication, promotion] }", "a name of small letters", "Order details", "order-details" },
        { "non-personal:\n  {|PAC1015:order-details|}: { for: [transactions, communication, promotion] }", "names no clause", "{ for", "{ clause: S-1, for" },
        { "non-personal: { {|PAC1002:stock|}: x }".Replace("{|PAC1002:stock|}: x", "stock: { clause: S-1, {|PAC1002:say|}: x, for: [transactions, communication, promotion] }", StringComparison.Ordinal), "Did you mean 'says'?", "say:", "says:" },

        { "non-personal: { stock: { clause: S-1, says: {|PAC1006:{ en: x }|}, for: [transactions, communication, promotion] } }", "The text has no 'id:'", "{ en: x }", "{ en: x, id: y }" },
        { "non-personal: { stock: { clause: S-1, says: { en: x, {|PAC1002:ide|}: y }, for: [transactions, communication, promotion] } }", "Did you mean 'id'?", "ide:", "id:" },
        { "non-personal: { stock: { clause: S-1, says: {|PAC1003:[x, y]|}, for: [transactions, communication, promotion] } }", "a text", "[x, y]", "x and y" },

        // purposes
        { Purpose("as: {|PAC1003:anonymized|}"), "Did you mean 'anonymised'?", "as: anonymized", "as: anonymised" },
        { Purpose("consent: { given: {|PAC1003:by use|} }"), "Did you mean 'by-use'?", "by use", "by-use" },
        { Purpose("{|PAC1006:consent|}: { at: registration }") + "\nsources: { registration: { clause: S-1 } }", "The consent to 'research' has no 'given:'", "{ at:", "{ given: opt-in, at:" },
        { Purpose("consent: { given: opt-in, at: {|PAC1006:order|} }") + "\nsources: { registration: { clause: S-1 } }", "below 'sources:'", "at: order", "at: registration" },
        { Purpose("consent: { given: opt-in, proof: {|PAC1006:preference.marketing|} }"), "Nothing says that 'preference.marketing' is collected", "proof: preference.marketing", "proof: contact.email" },
        { Purpose("objection: {|PAC1003:yes|}"), "one of 'true', 'false'", "yes", "true" },

        // recipients
        { Recipient("action: {|PAC1003:sells|}"), "Did you mean 'sell'?", "sells", "sell" },
        { Recipient("region: {|PAC1004:Singapura|}"), "Write 'SG'.", "Singapura", "SG" },
        { Recipient("region: [EU, {|PAC1004:Norwegia|}]"), "Write 'NO'.", "Norwegia", "NO" },
        { Recipient("region: {|PAC1004:Atlantis|}"), "or EU, EEA or worldwide", "Atlantis", "worldwide" },
        { Recipient("safeguard: {|PAC1003:standard clauses|}"), "'standard-contractual-clauses'", "standard clauses", "standard-contractual-clauses" },
        { Recipient("announce: {|PAC1003:befor|}"), "Did you mean 'before'?", "befor", "before" },
        { Recipient("legal-request: {|PAC1003:only|}"), "one of 'true', 'false'", "only", "true" },
        { Mail + "recipients:\n  acquirer: { clause: S-1, receives: [contact, {|PAC1006:payment|}], for: promotion }", "Nothing says that 'payment' is collected", ", payment", "" },
        { "recipients:\n  acquirer: { clause: S-1, action: sell, receives: {|PAC1009:contact.email|}, for: promotion }\nnever: { clause: S-1, action: sell }\n" + Mail, "never: { action: sell }", "action: sell, receives", "receives" },
        { "recipients:\n  acquirer: { clause: S-1, action: rent, receives: {|PAC1009:contact.email|}, for: promotion }\nnever: { clause: S-1, action: rent, for: promotion }\n" + Mail, "never: { action: rent, for: promotion }", "action: rent, for: promotion }", "action: sell, for: promotion }" },

        // protection and holds
        { "protection:\n  - { clause: S-1, {|PAC1002:protects|}: encrypted-at-rest, protect: audited }", "Did you mean 'protect'?", "protects: encrypted-at-rest, ", "" },
        { "protection:\n  - { {|PAC1006:clause: S-1|}, standard: AES-256 }", "This protection has no 'protect:'", "standard: AES-256 }", "standard: AES-256, protect: encrypted-at-rest }" },
        { "protection:\n  - { clause: S-1, protect: {|PAC1003:encrypted|} }", "'encrypted-at-rest'", "protect: encrypted }", "protect: authorised-only }" },
        { Mail + "holds:\n  - { {|PAC1006:origin: decision|}, hold: litigation, data: contact, because: a lawsuit, review-by: 2027-01-01 }", "This hold has no 'owner:'", "because:", "owner: Legal, because:" },
        { Mail + "holds:\n  - { {|PAC1012:origin: decision|}, hold: litigation, data: contact, because: a lawsuit, owner: Legal, review-by: 2026-01-01 }", "The hold 'litigation' was to be reviewed by 2026-01-01", "2026-01-01", "2027-01-01" },
        { Mail + "holds:\n  - { origin: decision, hold: litigation, data: {|PAC1006:payment|}, because: a lawsuit, owner: Legal, review-by: 2027-01-01 }", "'payment'", "payment", "contact" },

        // rights
        { "rights:\n  access: { clause: S-1, promised: 30 days, within: {|PAC1003:60 days|} }", "promised within 30 days and served within 60 days", "within: 60", "within: 3" },
        { "rights:\n  access: { clause: S-1, starts: {|PAC1003:confirmed|} }", "'confirmation'", "confirmed", "confirmation" },
        { "rights:\n  access: { clause: S-1, {|PAC1006:extension|}: { explained: true } }", "The extension has no 'within:'", "{ explained", "{ within: 60 days, explained" },
        { "rights:\n  access: { clause: S-1, evidence: {|PAC1006:government.id-document|} }\n" + Mail, "'government.id-document'", "government.id-document", "contact.email" },
        { "rights:\n  access: { clause: S-1, channels: [email, {|PAC1003:telephone|}] }", "'phone'", "telephone", "phone" },
        { "rights:\n  access: { clause: S-1, people: [EU, {|PAC1004:Swiss|}] }", "Write 'CH'.", "Swiss", "CH" },
        { "rights:\n  {|PAC1003:complain|}: { clause: S-1 }", "Did you mean 'complaint'?", "complain:", "complaint:" },

        // cookies and trackers
        { "trackers:\n  pixel: { clause: S-1, for: promotion, kind: {|PAC1003:third|} }", "'third-party'", "third }", "third-party }" },
        { "trackers:\n  pixel: { clause: S-1, for: promotion, by: {|PAC1006:analytics-provider|} }\n" + Mail, "'analytics-provider' is not among the recipients", ", by: analytics-provider", "" },
        { "cookies:\n  campaign: { clause: S-1, for: promotion, after: {|PAC1004:consents|} }", "Did you mean 'consent'?", "consents", "consent" },
        { "cookies:\n  campaign: { clause: S-1, for: promotion, keep: {|PAC1003:one year|} }", "Write '1 year'.", "one year", "1 year" },
        { "cookies:\n  campaign: { clause: S-1, for: promotion, refusable: {|PAC1003:browser|} }", "'in-browser'", "refusable: browser", "refusable: in-browser" },

        // age, acceptance, changes, contact
        { "{|PAC1006:age|}: { clause: S-1, below: refuse }", "'age' has no 'minimum:'", "below:", "minimum: 16, below:" },
        { "age: { clause: S-1, minimum: {|PAC1003:sixteen|} }", "a whole number from 1", "sixteen", "16" },
        { "age: { clause: S-1, minimum: 16, below: {|PAC1003:refused|} }", "Did you mean 'refuse'?", "refused", "refuse" },
        { "{|PAC1015:age|}: { minimum: 16 }", "names no clause", "{ minimum", "{ clause: S-1, minimum" },
        { "{|PAC1006:acceptance|}: { clause: S-1, as-consent: false }", "'acceptance' has no 'by:'", "as-consent", "by: use, as-consent" },
        { "acceptance: { clause: S-1, by: {|PAC1003:usage|} }", "Did you mean 'use'?", "usage", "use" },
        { "{|PAC1006:changes|}: { clause: S-1, last-updated: 2024-06-01 }", "Nothing says how people learn of changes", "last-updated", "published: true, last-updated" },
        { "changes: { clause: S-1, published: true, notify: [{|PAC1003:mail|}] }", "Did you mean 'email'?", "[mail]", "[email]" },
        { "{|PAC1006:contact|}: { clause: S-1 }", "neither 'email:', 'phone:' nor 'address:'", "clause: S-1 }", "clause: S-1, phone: '021' }" },
        { "contact: { clause: S-1, email: {|PAC1003:privacy at shop|} }", "an e-mail address", "privacy at shop", "privacy@shop.example" },

        // enforce
        { "enforce: { PAC2004: {|PAC1003:warning until 2027-01-31 then observe until 2027-03-31|} }", "'observe until 2027-03-31' cannot come next", "warning until 2027-01-31 then observe", "observe until 2027-01-31 then warning" },
        { "enforce: { PAC2004: {|PAC1003:observe until 2027-03-31 then warning until 2027-01-31|} }", "each step ends later", "2027-03-31", "2026-12-31" },
        { "enforce: { PAC2004: {|PAC1003:observe then warning|} }", "cannot come next", "observe then warning", "observe until 2026-12-31 then warning" },
        { "enforce: { PAC2004: {|PAC1003:observe until 2026-12-31 then shout|} }", "not 'shout'", "shout", "error" },
        { "enforce: { PAC2004: {|PAC1019:observe until 2026-11-21|} }", "ended on 2026-11-21, and it is an error since", "2026-11-21", "2026-11-22" },
        { "enforce: { PAC2004: {|PAC1019:observe until 2026-01-31 then warning until 2026-11-21|} }", "ended on 2026-11-21", "2026-11-21", "2026-11-22" },

        // waivers
        { Waiver("kind: {|PAC1003:false-alarm|}, until: 2027-01-31"), "one of 'false-positive', 'accepted-risk', 'planned-fix'", "false-alarm", "false-positive" },
        { Waiver("until: 2028-11-23").Replace("rule: PAC3001", "{|PAC1014:rule: PAC3001|}", StringComparison.Ordinal), "ends at most 2 years ahead", "2028-11-23", "2028-11-22" },

        // PAC1019: what can match nothing
        { "non-personal: { stock: { clause: S-1, for: [transactions, communication, promotion] } }\n" + Purpose("as: raw").Replace("  research", "  {|PAC1019:research|}", StringComparison.Ordinal).Replace("for: research", "for: transactions", StringComparison.Ordinal), "No data is used for 'research'", "for: transactions, keep", "for: research, keep" },
        { Mail + "recipients:\n  {|PAC1019:acquirer|}: { clause: S-1, receives: contact, for: transactions }", "can receive nothing", "receives: contact, for: transactions", "receives: contact, for: promotion" },
        { Mail + "subjects:\n  customer: { clause: S-1 }\n  {|PAC1019:staff|}: { clause: S-1 }", "No data is about 'staff'", "\n  staff: { clause: S-1 }", "" },
        { Mail.Replace("of:", "collected: order, of:", StringComparison.Ordinal) + "sources:\n  order: { clause: S-1 }\n  {|PAC1019:support|}: { clause: S-1 }", "No data is collected at 'support'", "\n  support: { clause: S-1 }", "" },
        { "waivers:\n  - { {|PAC1019:rule: PAC1008|}, at: A.B, because: x, approved-by: y, until: 2027-01-31 }", "it waives nothing", "PAC1008", "PAC3001" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_reported_at_its_place_and_its_clean_twin_is_not(
        string marked, string message, string wrong, string right)
    {
        Verify.Policy(Verify.Sections(marked), message);
        var plain = MarkedText.Parse(marked).Text;
        Assert.Contains(wrong, plain, StringComparison.Ordinal);
        Verify.Policy(Verify.Sections(plain.Replace(wrong, right, StringComparison.Ordinal)));
    }

    [Fact]
    public void What_matches_nothing_is_not_looked_for_while_another_line_is_wrong() => Verify.Policy(Verify.Sections(
        Mail + "subjects: { customer: { clause: S-1 }, staff: { clause: S-1 } }\nversion: {|PAC1003:two|}"));

    [Fact]
    public void What_matches_nothing_is_a_warning_unless_the_policy_says_otherwise()
    {
        const string staff = Mail + "subjects: { customer: { clause: S-1 }, {|PAC1019:staff|}: { clause: S-1 } }";
        Assert.Equal(PolicySeverity.Warning, Assert.Single(Verify.Policy(Verify.Sections(staff))).Severity);
        Assert.Equal(PolicySeverity.Error, Assert.Single(Verify.Policy(Verify.Sections(staff + "\nenforce: { PAC1019: error }"))).Severity);
    }

    [Fact]
    public void A_policy_that_never_collects_needs_no_data() => Verify.Policy("""
        policy: shop
        controller: { name: Shop }
        non-personal:
          order-details: { clause: BOT-1.b, says: "product details, quantities, timestamps", for: transactions }
        purposes:
          transactions: { clause: BOT-2.a, basis: contract }
        never:
          - { clause: BOT-1.a, origin: decision, action: collect }
        """);

    [Fact]
    public void Nothing_that_is_missing_is_said_of_a_section_that_could_not_be_read() => Verify.Policy("""
        policy: shop
        controller: { name: Shop }
        data:
          contact.email: { clause: S-1, of: customer, collected: order, for: promotion, keep: never-stored }
        subjects: {|PAC1003:customer|}
        sources:
          {|PAC1004:ordr|}: { clause: S-1 }
          order: { clause: S-1, {|PAC1002:by|}: x }
        purposes:
          promotion: { clause: S-1, basis: consent }
        """);

    private static string Purpose(string said) =>
        "data:\n  contact.email: { clause: S-1, for: research, keep: never-stored }\n"
        + $"purposes:\n  transactions: {{ clause: S-1, basis: contract }}\n  research: {{ clause: S-1, basis: consent, {said} }}";

    private static string Recipient(string said) =>
        Mail + $"recipients:\n  acquirer: {{ clause: S-1, receives: contact, for: promotion, {said} }}";

    private static string Waiver(string said) => $"waivers:\n  - {{ rule: PAC3001, at: A.B, because: x, approved-by: y, {said} }}";
}
