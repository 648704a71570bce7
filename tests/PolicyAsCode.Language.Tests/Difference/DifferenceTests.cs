using PolicyAsCode.Language.Difference;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Tests.Difference;

/// <summary>What a change of a policy is called, where it leads, and whether people should be told.</summary>
public sealed class DifferenceTests
{
    private const string Old = """
        policy: shop
        version: 1
        controller: { name: Shop, email: privacy@shop.example }
        purposes:
          communication: { clause: S-1, basis: contract }
          promotion: { clause: S-1, basis: consent, opt-out: every-message }
          analysis: { clause: S-1, basis: legitimate-interests, as: pseudonymised }
          transactions: { clause: S-1, basis: contract }
        subjects:
          customer: { clause: S-2 }
          staff: { clause: S-2 }
        sources:
          registration: { clause: S-2, from: person }
          support: { clause: S-2, from: person }
        data:
          contact.email: { clause: S-3, of: customer, collected: registration, for: [communication, promotion], keep: { for: 2 years, from: last-purchase, then: erase }, protect: encrypted-at-rest }
          contact.phone: { clause: S-3, of: customer, collected: registration, for: communication, keep: { for: 2 years, from: last-purchase, then: erase } }
          transaction.order: { clause: S-3, of: customer, collected: registration, for: [transactions, analysis], keep: { at-least: 10 years, because: tax law, from: order-placed, then: anonymise } }
        recipients:
          payment-provider: { clause: S-4, role: processor, contract: DPA, region: ID, receives: transaction.order, for: transactions }
          research-partner: { clause: S-4, role: processor, contract: DPA, region: ID, receives: transaction, as: aggregated, for: analysis }
          business-partner: { clause: S-4, role: controller, contract: NDA, region: ID, receives: contact.email, for: promotion, after: consent }
        never:
          - { clause: S-5, action: sell }
          - { clause: S-5, action: log, data: contact }
        rights:
          erasure: { clause: S-6, within: 30 days, confirm: true, notify: [email, sms] }
          access: { clause: S-6, within: 30 days, format: json }
        cookies:
          session: { clause: S-7, essential: true }
        age: { clause: S-8, minimum: 16, below: refuse }
        acceptance: { clause: S-9, by: click, as-consent: false }
        measures:
          - { clause: S-10, measure: Staff are trained., owner: Legal, review-by: 2027-01-01 }
        """;

    [Theory]
    [InlineData("none", "ID", "30 business days", ChangeDirection.Loosening, true)]      // each holiday puts an answer off
    [InlineData("ID", "none", "30 business days", ChangeDirection.Tightening, false)]
    [InlineData("none", "ID", "30 days", ChangeDirection.Neutral, false)]                 // nothing is counted by it
    public void A_calendar_of_holidays_puts_off_what_is_counted_in_business_days(
        string before, string after, string within, ChangeDirection direction, bool isMaterial)
    {
        PolicyModel Shop(string holidays) => Compile($$"""
            policy: shop
            controller: { name: Shop, holidays: {{holidays}} }
            rights: { access: { clause: S-1, within: {{within}} } }
            """);

        var change = Assert.Single(PolicyDifference.Between(Shop(before), Shop(after)).Changes);

        Assert.Equal(("holidays", direction, isMaterial), (change.Field, change.Direction, change.IsMaterial));
    }

    [Theory]
    // data
    [InlineData("contact.phone: { clause: S-3, of: customer, collected: registration, for: communication,", "contact.phone: { clause: S-3, of: customer, collected: registration, for: [communication, promotion],", "! contact.phone: for + promotion")]
    [InlineData("for: [communication, promotion]", "for: communication", "- contact.email: for − promotion")]
    [InlineData("contact.phone: { clause: S-3, of: customer", "contact.phone: { clause: S-3, of: [customer, staff]", "! contact.phone (staff): new, for communication")]
    [InlineData("contact.phone: { clause: S-3, of: customer, collected: registration,", "contact.phone: { clause: S-3, of: customer, collected: [registration, support],", "! contact.phone: collected + support")]
    [InlineData("  contact.phone: { clause: S-3,", "  contact: { clause: S-3,", "! contact: new, for communication")]
    [InlineData("contact.phone: { clause: S-3,", "contact.phone: { clause: [S-3, S-4],", "= contact.phone: clause S-3 → S-3, S-4")]
    [InlineData("{ clause: S-3, of: customer, collected: registration, for: [communication, promotion], keep: { for: 2 years", "{ clause: S-3, of: customer, collected: registration, for: [communication, promotion], keep: { for: 3 years", "! contact.email: keep for: 2 years, from: last-purchase, then: erase → for: 3 years, from: last-purchase, then: erase")]
    [InlineData("keep: { at-least: 10 years, because: tax law, from: order-placed, then: anonymise }", "keep: never-stored", "- transaction.order: keep at-least: 10 years, from: order-placed, then: anonymise → never-stored")]
    [InlineData("from: order-placed, then: anonymise", "from: order-placed, then: review", "! transaction.order: then anonymise → review")]
    [InlineData("from: order-placed, then: anonymise", "from: collected, then: anonymise", "!= transaction.order: from order-placed → collected")]
    [InlineData(", protect: encrypted-at-rest", "", "! contact.email: protect − encrypted-at-rest")]
    // purposes
    [InlineData("promotion: { clause: S-1, basis: consent", "promotion: { clause: S-1, basis: contract", "! promotion: basis consent → contract")]
    [InlineData("communication: { clause: S-1, basis: contract", "communication: { clause: S-1, basis: consent", "!- communication: basis contract → consent")]
    [InlineData("basis: legitimate-interests, as: pseudonymised", "basis: legitimate-interests", "! analysis: as pseudonymised → raw")]
    [InlineData(", opt-out: every-message", "", "! promotion: opt-out every-message → –")]
    // recipients
    [InlineData("receives: contact.email, for: promotion", "receives: contact, for: promotion", "= business-partner: receives contact.email → contact")]
    [InlineData("receives: transaction.order, for: transactions", "receives: transaction.order, for: [transactions, analysis]", "! payment-provider: receives + transaction.order for: analysis")]
    [InlineData("as: aggregated, for: analysis", "for: analysis", "! research-partner: as aggregated → raw, transaction.order for: analysis")]
    [InlineData("for: promotion, after: consent", "for: promotion", "! business-partner: after − consent, contact.email for: promotion")]
    [InlineData("role: controller, contract: NDA", "role: controller", "! business-partner: contract NDA → –")]
    [InlineData("region: ID, receives: transaction.order", "region: [ID, EU], receives: transaction.order", "! payment-provider: region + EU")]
    [InlineData("role: controller", "role: joint-controller", "!= business-partner: role controller → joint-controller")]
    // the rest
    [InlineData("  - { clause: S-5, action: sell }", "  - { clause: S-5, action: rent }", "- never + rent | ! never − sell")]
    [InlineData("action: log, data: contact }", "action: log, data: contact }\n  - { clause: S-5, action: log, data: contact.email }", "= never + log contact.email")]
    [InlineData("action: log, data: contact }", "action: log, data: contact.email }", "! never − log contact | = never + log contact.email")]
    [InlineData("erasure: { clause: S-6, within: 30 days", "erasure: { clause: S-6, within: 60 days", "! erasure: promised 30 days → 60 days | ! erasure: within 30 days → 60 days")]
    [InlineData("notify: [email, sms]", "notify: email", "! erasure: notify − sms")]
    [InlineData("  access: { clause: S-6, within: 30 days, format: json }", "", "! access: no longer there")]
    [InlineData("  session: { clause: S-7, essential: true }", "  session: { clause: S-7, essential: true }\n  campaign: { clause: S-7, for: promotion }", "! campaign: new")]
    [InlineData("minimum: 16", "minimum: 13", "! age: minimum 16 → 13")]
    [InlineData("essential: true", "essential: false, for: transactions", "! session: for + transactions | - session: essential true → false")]
    [InlineData("by: click", "by: signature", "- acceptance: by click → signature")]
    [InlineData("owner: Legal", "owner: Support", "= Staff are trained.: owner Legal → Support")]
    [InlineData("name: Shop", "name: Market", "!= controller: name Shop → Market")]
    [InlineData("version: 1", "version: 2", "= policy: version 1 → 2")]
    public void A_change_has_a_name_a_direction_and_a_weight(string was, string isNow, string expected)
    {
        Assert.Contains(was, Old, StringComparison.Ordinal);
        var difference = PolicyDifference.Between(Compile(Old), Compile(Old.Replace(was, isNow, StringComparison.Ordinal)));
        Assert.Equal(expected, string.Join(" | ", difference.Changes.Select(Shown)));
    }

    [Fact]
    public void What_moves_to_the_broader_term_is_told_as_what_it_allows_now()
    {
        var now = Old.Replace("  contact.email: { clause: S-3, of: customer, collected: registration, for: [communication, promotion]", "  contact: { clause: S-3, of: customer, collected: registration, for: [communication, promotion]", StringComparison.Ordinal);
        var changes = PolicyDifference.Between(Compile(Old), Compile(now)).Changes.Select(Shown).ToArray();
        Assert.Equal(["! contact: new, for communication, promotion", "! contact.phone: for + promotion", "- contact.phone: protect + encrypted-at-rest"], changes);
        Assert.DoesNotContain(changes, change => change.Contains("contact.email", StringComparison.Ordinal)); // it says of itself what it said
    }

    [Theory]
    // Said of one recipient by itself, without what the broader one has to keep.
    [InlineData("recipients:\n", "recipients:\n  service-provider: { clause: S-4, role: processor, contract: DPA, region: ID, confidentiality: true, receives: transaction.order, for: transactions }\n",
        "receives: transaction.order, for: transactions }\n  research", "receives: transaction.order, for: transactions }\n  hosting-provider: { clause: S-4, role: processor, contract: DPA, region: [ID, US], receives: transaction.order, for: transactions }\n  research",
        "! hosting-provider: confidentiality true → false | ! hosting-provider: region + US")]
    // A standard that another category keeps.
    [InlineData("rights:\n", "protection:\n  - { clause: S-5, protect: encrypted-at-rest, standard: AES-256 }\nrights:\n",
        "protect: encrypted-at-rest, standard: AES-256 }", "protect: encrypted-at-rest, standard: AES-256, data: contact }\n  - { clause: S-5, protect: encrypted-at-rest }",
        "! transaction.order: standard − AES-256")]
    [InlineData("access: { clause: S-6, within: 30 days", "access: { clause: S-6, within: 30 days, verify-identity: true",
        "verify-identity: true", "verify-identity: false", "! access: verify-identity true → false")]
    [InlineData("acceptance: { clause: S-9, by: click, as-consent: false }\n", "", "age:", "acceptance: { clause: S-9, by: use }\nage:", "! acceptance: new")]
    [InlineData("acceptance: { clause: S-9, by: click, as-consent: false }\n", "", "age:", "acceptance: { clause: S-9, by: click, as-consent: false }\nage:", "= acceptance: new")]
    [InlineData("contact.phone: { clause: S-3,", "special.health: { special-basis: explicit-consent, clause: S-3,",
        "special-basis: explicit-consent", "special-basis: made-public", "! special.health: special-basis explicit-consent → made-public")]
    public void What_is_looser_in_a_roundabout_way_is_looser(string first, string then, string was, string isNow, string expected)
    {
        var old = Old.Replace(first, then, StringComparison.Ordinal);
        Assert.Contains(was, old, StringComparison.Ordinal);
        var now = old.Replace(was, isNow, StringComparison.Ordinal);
        Assert.Equal(expected, string.Join(" | ", PolicyDifference.Between(Compile(old), Compile(now)).Changes.Select(Shown)));
        Assert.DoesNotContain(PolicyDifference.Between(Compile(now), Compile(old)).Changes, change => change.Direction == ChangeDirection.Loosening);
    }

    [Fact]
    public void Each_change_has_its_places()
    {
        var now = Old.Replace("receives: transaction.order, for: transactions", "receives: transaction.order, for: [transactions, analysis]", StringComparison.Ordinal);
        var change = Assert.Single(PolicyDifference.Between(Compile(Old), Compile(now)).Changes);
        var line = Array.FindIndex(Old.Split('\n'), one => one.Contains("payment-provider:", StringComparison.Ordinal));
        Assert.Equal((line, line), (change.Old!.Range.Start.Line, change.New!.Range.Start.Line));
    }

    [Fact]
    public void A_renamed_term_is_the_same_data()
    {
        const string words = "vocabulary: shop\ncategories:\n  loyalty: { label: { en: Loyalty, id: Loyalitas }, definition: Points. }\n";
        const string renamed = "vocabulary: shop\ncategories:\n  points: { label: { en: Points, id: Poin }, definition: Points. }\n"
            + "  loyalty: { label: { en: Loyalty, id: Loyalitas }, definition: Points., replaced-by: points }\n";
        var was = Old.Replace("contact.phone:", "loyalty:", StringComparison.Ordinal);
        var isNow = Old.Replace("contact.phone:", "points:", StringComparison.Ordinal);
        Assert.Empty(PolicyDifference.Between(Compile(was, words), Compile(isNow, renamed)).Changes);
        Assert.Empty(PolicyDifference.Between(Compile(isNow, renamed), Compile(was, words)).Changes);
    }

    [Fact]
    public void A_material_change_asks_for_a_new_version_and_a_tightening_does_not()
    {
        var looser = Old.Replace("within: 30 days, confirm", "within: 60 days, confirm", StringComparison.Ordinal);
        Assert.True(PolicyDifference.Between(Compile(Old), Compile(looser)).NeedsNewVersion);
        Assert.False(PolicyDifference.Between(Compile(looser), Compile(Old)).NeedsNewVersion);
        Assert.False(PolicyDifference.Between(Compile(Old), Compile(looser.Replace("version: 1", "version: 2", StringComparison.Ordinal))).NeedsNewVersion);
    }

    // '!' is material; '-' tightens, '=' is neutral, and what has neither loosens.
    private static string Shown(PolicyChange change) =>
        (change.IsMaterial ? "!" : "") + change.Direction switch { ChangeDirection.Tightening => "-", ChangeDirection.Neutral => "=", _ => "" } + $" {change.Text}";

    private static PolicyModel Compile(string policy, string? vocabulary = null)
    {
        var files = new List<ParsedFile> { PolicyCompiler.Parse("policies/shop.policy.yaml", policy) };
        if (vocabulary is not null)
            files.Add(PolicyCompiler.Parse("policies/shop.vocabulary.yaml", vocabulary));
        return PolicyCompiler.Compile(files, "shop", null).Model!;
    }
}
