using System.Text.RegularExpressions;
using System.Collections.Immutable;
using PolicyAsCode.Language.Laws;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Tests.Laws;

/// <summary>
/// Each article of each law: the smallest policy that keeps all of them, about which nothing is said, and one change that
/// breaks the article, with the rule, the article and the line that are named.
/// </summary>
public sealed class LawTests
{
    private const string UuPdp = """
        policy: shop
        controller: { name: Shop, email: privacy@shop.example, officer: dpo@shop.example, breach-contact: security@shop.example, region: ID, holidays: ID }
        follows: uu-pdp
        subjects: { customer: { clause: S-1 } }
        data:
          contact.email: { clause: S-1, of: customer, for: promotion, keep: { for: 1 year, from: last-purchase, then: erase }, protect: encrypted-at-rest }
          special.health: { clause: S-1, of: customer, for: promotion, special-basis: explicit-consent, keep: never-stored, protect: encrypted-at-rest }
          inference.recommendation: { clause: S-1, of: customer, for: promotion, keep: never-stored }
          preference.marketing: { clause: S-1, of: customer, for: promotion, keep: { for: 1 year, from: consent-withdrawn, then: erase }, protect: encrypted-at-rest }
        purposes:
          promotion: { clause: S-2, basis: consent, consent: { given: explicit, proof: preference.marketing } }
        recipients:
          email-provider: { clause: S-3, role: processor, contract: C-1, region: ID, receives: contact.email, for: promotion }
          business-partner: { clause: S-3, role: joint-controller, contract: C-2, region: SG, safeguard: standard-contractual-clauses, receives: contact.email, for: promotion }
        rights:
          information: { clause: S-4 }
          access: { clause: S-4, within: 72 hours }
          rectification: { clause: S-4, within: 72 hours }
          erasure: { clause: S-4, within: 30 business days }
          withdraw-consent: { clause: S-4, within: 3 days }
          automated-decisions: { clause: S-4, within: 30 days }
          restriction: { clause: S-4, within: 72 hours }
          portability: { clause: S-4 }
        age: { clause: S-5, minimum: 18, below: refuse }
        acceptance: { clause: S-6, by: click }
        changes: { clause: S-7, published: true, material: before }
        measures:
          - { clause: S-8, measure: All processing is recorded., owner: Legal, review-by: 2027-01-01, keeps: UU PDP art. 31 }
          - { clause: S-8, measure: The impact is assessed., owner: Legal, review-by: 2027-01-01, keeps: UU PDP art. 34 }
          - { clause: S-8, measure: Breaches are told., owner: Legal, review-by: 2027-01-01, keeps: uu-pdp art. 46(1) }
        """;

    private const string Gdpr = """
        policy: shop
        controller: { name: Shop, email: privacy@shop.example, officer: dpo@shop.example, representative: Shop EU, breach-contact: security@shop.example, region: ID }
        follows: gdpr
        subjects: { customer: { clause: S-1 } }
        sources: { partner: { clause: S-1, from: third-party } }
        data:
          contact.email: { clause: S-1, of: customer, collected: partner, for: [promotion, security], keep: { for: 1 year, from: last-purchase, then: erase }, protect: encrypted-at-rest }
          special.health: { clause: S-1, of: customer, for: promotion, special-basis: explicit-consent, keep: never-stored, protect: encrypted-at-rest }
          special.criminal-record: { clause: S-1, of: customer, for: legal-compliance, keep: never-stored, protect: encrypted-at-rest }
          inference.recommendation: { clause: S-1, of: customer, for: promotion, keep: never-stored }
          preference.marketing: { clause: S-1, of: customer, for: promotion, keep: { for: 1 year, from: consent-withdrawn, then: erase }, protect: encrypted-at-rest }
        purposes:
          promotion: { clause: S-2, basis: consent, consent: { given: opt-in, proof: preference.marketing } }
          security: { clause: S-2, basis: legitimate-interests, interest: keeping thieves out }
          legal-compliance: { clause: S-2, basis: legal-obligation }
        recipients:
          email-provider: { clause: S-3, role: processor, contract: C-1, region: DE, receives: contact.email, for: promotion }
          business-partner: { clause: S-3, role: joint-controller, contract: C-2, region: ID, safeguard: standard-contractual-clauses, receives: contact.email, for: promotion }
        rights:
          access: { clause: S-4, within: 1 month, extension: { within: 2 months, explained: true }, verify-identity: true }
          rectification: { clause: S-4, within: 28 days }
          erasure: { clause: S-4, within: 1 month, verify-identity: true }
          restriction: { clause: S-4, within: 1 month }
          portability: { clause: S-4, within: 1 month, verify-identity: true }
          objection: { clause: S-4, within: 1 month }
          withdraw-consent: { clause: S-4 }
          automated-decisions: { clause: S-4, within: 1 month }
          complaint: { clause: S-4 }
        age: { clause: S-5, minimum: 16, below: parental-consent }
        acceptance: { clause: S-6, by: signature }
        measures:
          - { clause: S-8, measure: Breaches are told., owner: Legal, review-by: 2027-01-01, keeps: GDPR art. 33(1) }
          - { clause: S-8, measure: The impact is assessed., owner: Legal, review-by: 2027-01-01, keeps: GDPR art. 35 }
        """;

    private const string AtFollows = "follows: ";

    /// <summary>The law, the article, the rule, what stands in the policy and what breaks it, and the line that is told.</summary>
    public static TheoryData<string, string, string, string, string, string> Breaches => new()
    {
        { "uu-pdp", "4(2), 35", "PAC1010", ", special-basis: explicit-consent, keep: never-stored, protect: encrypted-at-rest }", ", special-basis: explicit-consent, keep: never-stored }", "special.health" },
        { "uu-pdp", "5", "PAC1010", "  information: { clause: S-4 }\n", "", AtFollows },
        { "uu-pdp", "5, 21", "PAC1010", "email: privacy@shop.example, ", "", "controller" },
        { "uu-pdp", "6, 30", "PAC1011", "rectification: { clause: S-4, within: 72 hours", "rectification: { clause: S-4, within: 30 business days", "rectification" },
        { "uu-pdp", "6, 30", "PAC1010", "rectification: { clause: S-4, within: 72 hours", "rectification: { clause: S-4", "rectification" },
        { "uu-pdp", "7, 32", "PAC1011", "access: { clause: S-4, within: 72 hours", "access: { clause: S-4, within: 30 business days", "access" },
        { "uu-pdp", "7, 32", "PAC1011", "access: { clause: S-4, within: 72 hours", "access: { clause: S-4, within: 72 hours, starts: confirmation", "access" },
        { "uu-pdp", "8, 43, 44", "PAC1010", "  erasure: { clause: S-4, within: 30 business days }\n", "", AtFollows },
        { "uu-pdp", "9, 40", "PAC1011", "withdraw-consent: { clause: S-4, within: 3 days", "withdraw-consent: { clause: S-4, within: 4 days", "withdraw-consent" },
        { "uu-pdp", "9, 40", "PAC1010", "  withdraw-consent: { clause: S-4, within: 3 days }\n", "", AtFollows },
        { "uu-pdp", "10", "PAC1010", "  automated-decisions: { clause: S-4, within: 30 days }\n", "", AtFollows },
        { "uu-pdp", "11, 41", "PAC1011", "restriction: { clause: S-4, within: 72 hours", "restriction: { clause: S-4, within: 3 business days", "restriction" },
        { "uu-pdp", "13", "PAC1010", "  portability: { clause: S-4 }\n", "", AtFollows },
        { "uu-pdp", "18", "PAC1010", ", contract: C-2", "", "business-partner" },
        { "uu-pdp", "20(2)a, 22, 24", "PAC1011", "given: explicit", "given: by-use", "consent: {" },
        { "uu-pdp", "20(2)a, 22, 24", "PAC1010", ", consent: { given: explicit, proof: preference.marketing }", "", "promotion: { clause: S-2" },
        { "uu-pdp", "20(2)a, 22, 24", "PAC1010", "given: explicit, proof: preference.marketing", "given: explicit", "consent: {" },
        { "uu-pdp", "22(5), 23", "PAC1011", "by: click", "by: use", "acceptance" },
        { "uu-pdp", "21(2)", "PAC1010", ", material: before", "", "changes" },
        { "uu-pdp", "21(2)", "PAC1011", "material: before", "material: after", "changes" },
        { "uu-pdp", "20(2)a, 22, 24", "PAC1010", "keep: { for: 1 year, from: consent-withdrawn, then: erase }", "keep: never-stored", "consent: {" },
        { "uu-pdp", "21(2)", "PAC1010", "published: true, material: before", "material: before", "changes" },
        { "uu-pdp", "7, 32", "PAC1011", "access: { clause: S-4, within: 72 hours", "access: { clause: S-4, within: 72 hours, extension: { within: 30 days, explained: true }", "access" },
        { "uu-pdp", "8, 43, 44", "PAC1011", "erasure: { clause: S-4, within: 30 business days", "erasure: { clause: S-4, within: 30 business days, people: SG", "erasure" },
        { "uu-pdp", "35, 36, 39", "PAC1010", "then: erase }, protect: encrypted-at-rest }\npurposes", "then: erase } }\npurposes", "preference.marketing" },
        { "uu-pdp", "56", "PAC1010", "safeguard: standard-contractual-clauses", "safeguard: explicit-consent", "business-partner" },
        { "uu-pdp", "25", "PAC1011", "minimum: 18", "minimum: 13", "age" },
        { "uu-pdp", "25", "PAC1010", "age: { clause: S-5, minimum: 18, below: refuse }", "# of: customer\n", "child" },
        { "uu-pdp", "31", "PAC1010", ", keeps: UU PDP art. 31", "", AtFollows },
        { "uu-pdp", "34", "PAC1010", ", keeps: UU PDP art. 34", "", AtFollows },
        { "uu-pdp", "35, 36, 39", "PAC1010", ", protect: encrypted-at-rest", "", AtFollows },
        { "uu-pdp", "42, 43, 44", "PAC1010", "from: last-purchase, then: erase", "from: last-purchase, then: review", "contact.email" },
        { "uu-pdp", "54(1)d", "PAC1010", "breach-contact: security@shop.example, ", "", "controller" },
        { "uu-pdp", "46(1)", "PAC1010", ", keeps: uu-pdp art. 46(1)", "", AtFollows },
        { "uu-pdp", "51", "PAC1010", ", contract: C-1", "", "email-provider" },
        { "uu-pdp", "51", "PAC1010", "role: processor, contract: C-1, ", "", "email-provider" },
        { "uu-pdp", "53", "PAC1010", "officer: dpo@shop.example, ", "", "controller" },
        { "uu-pdp", "56", "PAC1010", ", safeguard: standard-contractual-clauses", "", "business-partner" },
        { "uu-pdp", "56", "PAC1010", "contract: C-1, region: ID", "contract: C-1", "email-provider" },

        { "gdpr", "4(11), 7(1)", "PAC1011", "given: opt-in", "given: by-use", "consent: {" },
        { "gdpr", "4(11), 7(2)", "PAC1011", "by: signature", "by: use", "acceptance" },
        { "gdpr", "7(3)", "PAC1010", "  withdraw-consent: { clause: S-4 }\n", "", AtFollows },
        { "gdpr", "8(1)", "PAC1011", "minimum: 16", "minimum: 12", "age" },
        { "gdpr", "9", "PAC1010", "special-basis: explicit-consent, ", "", "special.health" },
        { "gdpr", "9", "PAC1010", "special.health: { clause: S-1, of: customer, for: promotion, special-basis: explicit-consent, ", "special: { clause: S-1, of: customer, for: [promotion, legal-compliance], ", "special: " },
        { "gdpr", "10", "PAC1010", "special.criminal-record: { clause: S-1, of: customer, for: legal-compliance,", "special: { clause: S-1, of: customer, special-basis: made-public, for: security,", "security: { clause: S-2" },
        { "gdpr", "12(3), 15", "PAC1011", "within: 2 months, explained: true", "within: 2 months, explained: false", "access" },
        { "gdpr", "7(3)", "PAC1011", "withdraw-consent: { clause: S-4 }", "withdraw-consent: { clause: S-4, people: DE }", "withdraw-consent" },
        { "gdpr", "5(1)(f), 32", "PAC1010", "then: erase }, protect: encrypted-at-rest }\npurposes", "then: erase } }\npurposes", "preference.marketing" },
        { "gdpr", "10", "PAC1010", "basis: legal-obligation", "basis: contract", "legal-compliance: { clause: S-2" },
        { "gdpr", "12(3), 15", "PAC1011", "access: { clause: S-4, within: 1 month", "access: { clause: S-4, within: 30 days", "access" },
        { "gdpr", "12(3), 15", "PAC1011", "extension: { within: 2 months", "extension: { within: 3 months", "access" },
        { "gdpr", "12(3), 16", "PAC1011", "rectification: { clause: S-4, within: 28 days", "rectification: { clause: S-4, within: 2 months", "rectification" },
        { "gdpr", "12(3), 17", "PAC1010", "erasure: { clause: S-4, within: 1 month", "erasure: { clause: S-4", "erasure" },
        { "gdpr", "12(3), 18", "PAC1010", "  restriction: { clause: S-4, within: 1 month }\n", "", AtFollows },
        { "gdpr", "12(3), 20", "PAC1010", "  portability: { clause: S-4, within: 1 month, verify-identity: true }\n", "", AtFollows },
        { "gdpr", "12(3), 21", "PAC1010", "  objection: { clause: S-4, within: 1 month }\n", "", AtFollows },
        { "gdpr", "21(2), 21(3)", "PAC1010", "basis: consent, consent: { given: opt-in, proof: preference.marketing }", "basis: legitimate-interests, interest: selling more", "promotion: { clause: S-2" },
        { "gdpr", "22", "PAC1010", "  automated-decisions: { clause: S-4, within: 1 month }\n", "", AtFollows },
        { "gdpr", "12(6)", "PAC1010", "explained: true }, verify-identity: true", "explained: true }", "access" },
        { "gdpr", "13(1)(a)", "PAC1010", "email: privacy@shop.example, ", "", "controller" },
        { "gdpr", "13(1)(b), 37", "PAC1010", "officer: dpo@shop.example, ", "", "controller" },
        { "gdpr", "13(1)(d)", "PAC1010", ", interest: keeping thieves out", "", "security: { clause: S-2" },
        { "gdpr", "13(2)(d), 77", "PAC1010", "  complaint: { clause: S-4 }\n", "", AtFollows },
        { "gdpr", "14(2)(f)", "PAC1010", ", from: third-party", "", "partner" },
        { "gdpr", "26", "PAC1010", ", contract: C-2", "", "business-partner" },
        { "gdpr", "27", "PAC1010", "representative: Shop EU, ", "", "controller" },
        { "gdpr", "28(3)", "PAC1010", ", contract: C-1", "", "email-provider" },
        { "gdpr", "30(1)(c)", "PAC1010", "contact.email: { clause: S-1, of: customer", "contact.email: { clause: S-1", "contact.email" },
        { "gdpr", "32", "PAC1010", "keep: never-stored, protect: encrypted-at-rest }\n  special.criminal", "keep: never-stored }\n  special.criminal", "special.health" },
        { "gdpr", "33(1), 34", "PAC1010", ", keeps: GDPR art. 33(1)", "", AtFollows },
        { "gdpr", "33(3)(b)", "PAC1010", "breach-contact: security@shop.example, ", "", "controller" },
        { "gdpr", "35", "PAC1010", ", keeps: GDPR art. 35", "", AtFollows },
        { "gdpr", "44, 45, 46, 49", "PAC1010", "region: DE", "region: US", "email-provider" },
        { "gdpr", "44, 45, 46, 49", "PAC1010", "region: ID, safeguard: standard-contractual-clauses", "region: ID, safeguard: adequacy-decision", "business-partner" },
    };

    [Theory]
    [InlineData("UU PDP art. 31", "UU PDP art. 311", "UU PDP art. 31")]
    [InlineData("UU PDP art. 34", "[zzz, UU PDP art. 53]", "UU PDP art. 34")]
    [InlineData("uu-pdp art. 46(1)", "GDPR art. 33(1)", "UU PDP art. 46(1)")]
    public void What_a_measure_names_in_vain_is_told_where_it_stands(string kept, string written, string duty)
    {
        var policy = UuPdp.Replace("keeps: " + kept, "keeps: " + written, StringComparison.Ordinal);
        var found = Assert.Single(Compile(policy).Diagnostics);
        Assert.Equal(PolicyRules.DutyNotMet, found.Id);
        Assert.Contains(written, policy.Split('\n')[found.Location.Range.Start.Line]);
        Assert.Contains($"no other measure keeps {duty}.", found.Message);
        Assert.Contains($"'keeps: {duty}'", found.MessageIn(MessageLanguage.Indonesian));
    }

    // What these ask is asked of every policy, by a rule of its own: one mistake is one finding.
    private static readonly (string Law, string Article, string Rule)[] s_keptByRules =
    [
        ("uu-pdp", "20", PolicyRules.PurposeWithoutBasis),
        ("gdpr", "6(1)", PolicyRules.PurposeWithoutBasis),
        ("gdpr", "5(1)(e)", PolicyRules.RetentionNotConcrete),
    ];

    [Theory]
    [InlineData("uu-pdp")]
    [InlineData("gdpr")]
    public void Of_a_policy_that_keeps_a_law_nothing_is_said(string law) => Assert.Empty(Compile(PolicyOf(law)).Diagnostics);

    [Theory]
    [MemberData(nameof(Breaches))]
    public void One_change_breaks_one_article(string law, string article, string rule, string kept, string broken, string line)
    {
        var policy = PolicyOf(law);
        Assert.Contains(kept, policy);
        // Children are spoken of, and no age.
        if (line == "child")
            policy = policy.Replace("customer: { clause: S-1 }", "customer: { clause: S-1 },\n  child: { clause: S-1 }", StringComparison.Ordinal)
                .Replace("contact.email: { clause: S-1, of: customer", "contact.email: { clause: S-1, of: [customer, child]", StringComparison.Ordinal);
        policy = policy.Replace(kept, broken, StringComparison.Ordinal);
        var citation = $"{LawPacks.Find(law)!.ShortName} art. {article}";
        var found = Assert.Single(Compile(policy).Diagnostics, one => one.Message.Contains($"{citation} asks:", StringComparison.Ordinal));

        Assert.Equal(rule, found.Id);
        Assert.Contains(line, policy.Split('\n')[found.Location.Range.Start.Line]);
        var isCertain = LawPacks.Find(law)!.Articles.Single(one => one.Article == article).OnlyIf is null;
        Assert.Equal(isCertain ? PolicySeverity.Error : PolicySeverity.Observe, found.Severity);
        Assert.NotEqual(found.Message, found.MessageIn(MessageLanguage.Indonesian));
        // Of a promise that is too weak it is said which one that is; what is missing is no promise.
        Assert.Equal(rule == PolicyRules.LawStricter, Regex.IsMatch(found.Message, @" \[S-\d\]$"));
    }

    [Fact]
    public void Every_article_is_broken_by_some_change_or_kept_by_a_rule() => Assert.Equal(
        LawPacks.Names.SelectMany(law => LawPacks.Find(law)!.Articles.Select(one => (law, one.Article))).Order(),
        Breaches.Select(row => (row.Data.Item1, row.Data.Item2))
            .Concat(s_keptByRules.Select(one => (one.Law, one.Article))).Distinct().Order());

    [Theory]
    [InlineData("uu-pdp", "basis: consent, consent", "consent", PolicyRules.PurposeWithoutBasis)]
    [InlineData("gdpr", "basis: legal-obligation ", "", PolicyRules.PurposeWithoutBasis)]
    [InlineData("gdpr", ", keep: { for: 1 year, from: last-purchase, then: erase }", "", PolicyRules.RetentionNotConcrete)]
    public void A_basis_and_a_retention_are_asked_of_every_policy(string law, string kept, string broken, string rule) =>
        Assert.Contains(Compile(PolicyOf(law).Replace(kept, broken, StringComparison.Ordinal)).Diagnostics, one => one.Id == rule);

    [Theory]
    [InlineData("access: { clause: S-4, within: 72 hours", "access: { clause: S-4, origin: decision, promised: 30 business days, within: 72 hours", "UU PDP art. 7, 32")]
    [InlineData("by: click", "by: use, as-consent: false, origin: decision", "UU PDP art. 22(5), 23")]
    public void A_weaker_promise_with_the_decision_beside_it_is_a_note_that_nothing_raises(string kept, string broken, string citation)
    {
        var policy = UuPdp.Replace(kept, broken, StringComparison.Ordinal) + "\nenforce: { default: error, PAC1011: error }\n";
        var note = Assert.Single(Compile(policy).Diagnostics);
        Assert.Equal((PolicyRules.LawStricter, PolicySeverity.Observe), (note.Id, note.Severity));
        Assert.Contains(citation, note.Message);
    }

    [Theory]
    [InlineData("basis: legitimate-interests, interest: selling more, objection: true")]
    [InlineData("basis: consent, consent: { given: opt-in, proof: preference.marketing }")]
    public void Nobody_is_marketed_to_who_objects(string basis) => Assert.DoesNotContain(
        Compile(Gdpr.Replace("basis: consent, consent: { given: opt-in, proof: preference.marketing }", basis, StringComparison.Ordinal)).Diagnostics,
        one => one.Message.Contains("art. 21(2)", StringComparison.Ordinal));

    [Theory]
    [InlineData("gdpr", "5(1)(e)")]
    [InlineData("uu-pdp", "42, 43, 44")]
    public void Who_keeps_data_for_very_long_says_why(string law, string article)
    {
        PolicyDiagnostic[] Kept(string time) => [.. Compile(PolicyOf(law).Replace("for: 1 year, from: last-purchase", time + ", from: last-purchase", StringComparison.Ordinal)).Diagnostics];

        var doubt = Assert.Single(Kept("for: 100 years"));
        Assert.Equal((PolicyRules.DutyNotMet, PolicySeverity.Warning), (doubt.Id, doubt.Severity));
        Assert.Contains($"art. {article} asks:", doubt.Message);
        Assert.Contains("Add 'because:'", doubt.Message);
        Assert.Empty(Kept("for: 10 years"));
        Assert.Empty(Kept("for: 40 years, because: pensions are paid for life"));
        Assert.Empty(Kept("at-least: 30 years, because: claims for injuries end after thirty years"));
    }

    [Theory]
    [InlineData("gdpr", "28(3)")]
    [InlineData("uu-pdp", "51")]
    public void Who_usually_is_a_processor_and_says_otherwise_is_asked_about_it(string law, string article)
    {
        PolicyDiagnostic[] Acting(string role) => [.. Compile(PolicyOf(law).Replace("role: processor, contract: C-1", role, StringComparison.Ordinal)).Diagnostics];

        var note = Assert.Single(Acting("role: controller"));
        Assert.Equal((PolicyRules.DutyNotMet, PolicySeverity.Observe), (note.Id, note.Severity));
        Assert.Contains($"art. {article} asks:", note.Message);
        Assert.Empty(Acting("role: controller, contract: C-1"));
    }

    [Fact]
    public void An_unknown_law_is_reported_where_it_is_named()
    {
        Verify.Policy(Verify.Sections("follows: [{|PAC1004:gdrp|}]"), "Did you mean 'gdpr'?");
        Verify.Policy(Verify.Sections("follows: [{|PAC1004:ccpa-of-california|}]"), "Add a law of your own as 'laws/ccpa-of-california.law.yaml'.");
    }

    [Fact]
    public void A_policy_that_holds_nothing_personal_is_asked_for_no_right()
    {
        var policy = "policy: shop\ncontroller: { name: Shop }\nfollows: uu-pdp\nacceptance: { clause: S-1, by: use }\n";
        var found = Assert.Single(Compile(policy).Diagnostics);
        Assert.Equal(PolicyRules.LawStricter, found.Id);
    }

    [Fact]
    public void It_can_be_asked_which_articles_bear_on_a_statement_a_term_and_a_right()
    {
        var policy = Compile(UuPdp).Model!;
        Assert.Contains("UU PDP art. 7, 32", policy.LawsOn("access").Select(one => one.Citation));
        Assert.Equal("72 hours", policy.LawsOn("access").Single(one => one.Article == "7, 32").Term.ToString());
        Assert.Empty(policy.LawsOn("complaint"));
        Assert.Equal(["18", "51", "56"], Articles(policy.LawsOn(policy.Recipients[0])).Except(["4(2), 35"]).Union(["18"]).Order());
        Assert.Contains("20(2)a, 22, 24", Articles(policy.LawsOn(Term(TermKind.Purpose, "promotion"))));
        Assert.Contains("4(2), 35", Articles(policy.LawsOn(Term(TermKind.Category, "special.health"))));
        Assert.DoesNotContain("4(2), 35", Articles(policy.LawsOn(Term(TermKind.Category, "contact.email"))));
        Assert.Empty(Compile(Verify.Sections("")).Model!.LawsOn(Term(TermKind.Purpose, "promotion")));
        Assert.All(policy.LawsOn("access"), one => Assert.StartsWith("laws/uu-pdp.law.yaml", one.Location.ToString()));
    }

    [Fact]
    public void Each_entry_says_what_is_asked_in_both_languages_and_against_what_it_was_checked()
    {
        foreach (var article in LawPacks.Names.SelectMany(law => LawPacks.Find(law)!.Articles))
        {
            Assert.NotEqual(article.Duty.In(MessageLanguage.English), article.Duty.In(MessageLanguage.Indonesian));
            Assert.EndsWith(".", article.Duty.In(MessageLanguage.English));
            Assert.EndsWith(".", article.Duty.In(MessageLanguage.Indonesian));
            Assert.StartsWith("https://", article.Source);
        }
        Assert.Equal(1, LawPacks.Names.SelectMany(law => LawPacks.Find(law)!.Articles).Count(one => one.Checked == CheckedAgainst.Nothing));
    }

    private static IEnumerable<string> Articles(ImmutableArray<LawArticle> articles) => articles.Select(one => one.Article);

    private static Term Term(TermKind kind, string key) => BuiltInVocabulary.Terms.Find(kind, key)!;

    private static string PolicyOf(string law) => law == "gdpr" ? Gdpr : UuPdp;

    private static CompiledPolicy Compile(string policy) =>
        PolicyCompiler.Compile([PolicyCompiler.Parse(Verify.PolicyPath, policy)], null, Verify.Today);
}
