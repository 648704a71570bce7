using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Tests;

/// <summary>A policy that uses the sections and keys beyond the first ones: nothing is reported, and all of it is in the model.</summary>
public sealed class WholeLanguageTests
{
    internal const string Text = """
        policy: shop
        version: 2
        effective: 2024-02-09T21:00:00+07:00
        controller:
          name: Shop
          email: hello@shop.example
          phone: "021"
          address: Jalan Mawar 1
          region: ID
          time-zone: Asia/Jakarta
          work-week: [saturday, monday, tuesday]
          holidays: ID
          officer: dpo@shop.example
          representative: Shop Europe, Berlin
          breach-contact: breach@shop.example
        notice: { file: notice.txt, language: id }
        subjects:
          customer: { clause: A-1 }
        sources:
          registration: { clause: A-1, from: person }
          visit: { clause: A-1, from: device }
          partner: { clause: A-1, from: third-party }
          public-profile: { clause: A-1, from: public }
        data:
          contact.email:
            clause: A-2
            of: customer
            collected: [registration, visit, partner, public-profile]
            for: [promotion, communication]
            keep: { for: 1 year, from: registration, then: erase }
          special.health:
            clause: A-2
            of: customer
            optional: true
            for: communication
            special-basis: explicit-consent
            keep: never-stored
          government.id-document: { clause: A-2, of: customer, for: identity-verification, keep: never-stored }
          preference.marketing: { clause: A-2, of: customer, for: promotion, keep: never-stored }
          usage.activity: { clause: A-2, of: customer, for: research, keep: never-stored }
        non-personal:
          order-details: { clause: A-3, says: "product details, quantities", for: communication }
        purposes:
          promotion:
            clause: A-4
            basis: consent
            opt-out: every-message
            consent: { given: opt-in, at: [registration], proof: preference.marketing }
            objection: true
          communication: { clause: A-4, basis: contract }
          identity-verification: { clause: A-4, basis: legitimate-interests, interest: nobody acts for somebody else }
          research: { clause: A-4, basis: legitimate-interests, as: anonymised, objection: false }
        recipients:
          email-provider:
            clause: A-5
            role: processor
            contract: DPA-1
            confidentiality: true
            region: [SG, EU]
            safeguard: standard-contractual-clauses
            receives: contact.email
            for: promotion
          acquirer: { clause: A-5, announce: before, receives: contact, for: communication }
          authority: { clause: A-5, legal-request: true, receives: contact, for: communication }
          business-partner: { clause: A-5, action: trade, announce: after, receives: contact, for: promotion }
        protection:
          - { clause: A-6, protect: [encrypted-at-rest, encrypted-in-transit], standard: AES-256 }
          - { clause: A-6, data: [contact, special], protect: [authorised-only, audited] }
        holds:
          - { origin: decision, hold: litigation, data: [contact], because: { en: a lawsuit, id: suatu perkara }, owner: Legal, review-by: 2027-05-01 }
        rights:
          access:
            clause: A-7
            within: 3 days
            promised: 30 business days
            starts: confirmation
            extension: { within: 60 days, explained: true }
            channels: [email, phone, form, post, in-app]
            asks: [contact.email]
            verify-identity: true
            evidence: government.id-document
            evaluated: true
            offer-export: true
            people: [EU, EEA]
          information: { clause: A-7 }
          automated-decisions: { clause: A-7 }
          complaint: { clause: A-7 }
        cookies:
          campaign: { clause: A-8, for: promotion, after: consent, keep: 1 year, by: email-provider, kind: third-party, refusable: [in-browser, in-settings] }
        trackers:
          pixel: { clause: A-8, for: promotion, kind: first-party }
        age: { clause: A-9, minimum: 16, below: parental-consent, found: erase }
        acceptance: { clause: A-10, by: use, as-consent: false, origin: decision }
        changes: { clause: A-11, published: true, notify: [email], material: before, last-updated: 2024-06-01 }
        contact: { clause: A-12, email: hello@shop.example, phone: "021", address: Jalan Mawar 1 }
        enforce: { PAC2004: observe until 2026-12-31 then warning until 2027-03-31, PAC3001: observe until 2026-12-31 then error }
        waivers:
          - { rule: PAC3001, at: A.B, because: x, approved-by: y, kind: false-positive, ticket: SHOP-17, until: 2027-01-31 }
        """;

    private static readonly CompiledPolicy s_compiled =
        PolicyCompiler.Compile([PolicyCompiler.Parse("policies/shop.policy.yaml", Text)], null, Verify.Today);

    private static PolicyModel Policy => s_compiled.Model!;

    [Fact]
    public void Nothing_is_reported() => Assert.Empty(s_compiled.Diagnostics);

    [Fact]
    public void Its_head_is_read()
    {
        Assert.Equal(new DateTimeOffset(2024, 2, 9, 21, 0, 0, TimeSpan.FromHours(7)), Policy.Header.EffectiveAt);
        Assert.Equal(new(2024, 2, 9), Policy.Header.Effective);
        Assert.True(Policy.Controller is
        {
            Address: "Jalan Mawar 1", Region: "ID", Holidays: "ID", Officer: "dpo@shop.example",
            Representative: "Shop Europe, Berlin", BreachContact: "breach@shop.example", Location: not null,
        });
        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Saturday], Policy.Controller.WorkWeek);
        Assert.True(Policy.Notice is { File: "notice.txt", Language: "id" });
    }

    [Fact]
    public void Its_data_purposes_and_recipients_are_read()
    {
        Assert.Equal(
            [SourceOrigin.Person, SourceOrigin.Device, SourceOrigin.ThirdParty, SourceOrigin.Public],
            Policy.Sources.Select(source => source.From!.Value));
        Assert.Equal(["registration", "visit", "partner", "public-profile"], Policy.Data[0].Collected.Select(source => source.Key));
        Assert.True(Policy.Data[1] is { IsOptional: true, SpecialBasis: SpecialBasis.ExplicitConsent });
        Assert.True(Policy.NonPersonal[0] is { Name: "order-details", Says.Key: "product details, quantities", Purposes: [{ Key: "communication" }] });
        Assert.True(Policy.Purposes[0] is
        {
            Objection: true, As: Form.Raw,
            Consent: { Given: ConsentManner.OptIn, At: [{ Key: "registration" }], Proof.Key: "preference.marketing", Clauses: ["A-4"] },
        });
        Assert.Equal("nobody acts for somebody else", Policy.Purposes[2].Interest!.ToString());
        Assert.True(Policy.Purposes[3] is { As: Form.Anonymised, Objection: false, Consent: null });
        Assert.True(Policy.Recipients[0] is
        {
            Regions: ["SG", "EU"], Safeguard: Safeguard.StandardContractualClauses, IsConfidential: true, Action: RecipientAction.Share,
            OnLegalRequest: false, Announced: null,
        });
        Assert.True(Policy.Recipients[1] is { Announced: Announcement.Before });
        Assert.True(Policy.Recipients[2] is { OnLegalRequest: true });
        Assert.True(Policy.Recipients[3] is { Action: RecipientAction.Trade, Announced: Announcement.After });
    }

    [Fact]
    public void The_rest_is_read()
    {
        var health = s_compiled.Vocabulary.Find(TermKind.Category, "special.health")!;
        Assert.True(Policy.Protection[0] is { Standard: "AES-256", Protect: [Protection.EncryptedAtRest, Protection.EncryptedInTransit] });
        Assert.True(Policy.Protection[0].Covers(health) && Policy.Protection[1].Covers(health));
        Assert.False(Policy.Protection[1].Covers(s_compiled.Vocabulary.Find(TermKind.Category, "usage.activity")!));
        Assert.True(Policy.Holds[0] is { Hold: "litigation", Categories: [{ Key: "contact" }], Owner: "Legal", Because.Key: "a lawsuit" });
        Assert.Equal("suatu perkara", Policy.Holds[0].Because!.In(MessageLanguage.Indonesian));
        Assert.True(Policy.Rights[0] is
        {
            Promised: { Count: 30 }, Starts: RightStart.Confirmation, Extension: { Within.Count: 60, IsExplained: true },
            Evidence.Key: "government.id-document", Asks: [{ Key: "contact.email" }], OfferExport: true, IsEvaluated: true,
            People: ["EU", "EEA"], Channels: ["email", "phone", "form", "post", "in-app"],
        });
        Assert.Equal(["access", "information", "automated-decisions", "complaint"], Policy.Rights.Select(right => right.Right));
        Assert.True(Policy.Cookies[0] is
        {
            After.Key: "consent", Keep: { Count: 1 }, Recipient.Key: "email-provider", Party: CookieParty.Third,
            Refusable: ["in-browser", "in-settings"],
        });
        Assert.True(Policy.Trackers[0] is { Name: "pixel", Party: CookieParty.First });
        Assert.True(Policy.Age is { Minimum: 16, Below: BelowAge.ParentalConsent, ErasedWhenFound: true });
        Assert.True(Policy.Acceptance is { By: AcceptedBy.Use, IsConsent: false, IsDecision: true });
        Assert.True(Policy.Changes is { IsPublished: true, Notify: ["email"], Material: Announcement.Before, LastUpdated: { Year: 2024 } });
        Assert.True(Policy.Contact is { Email: "hello@shop.example", Phone: "021", Address: "Jalan Mawar 1" });
        Assert.True(Policy.Waivers[0] is { Kind: WaiverKind.FalsePositive, Ticket: "SHOP-17" });
    }

    [Fact]
    public void A_rule_rises_step_by_step_and_each_step_is_a_boundary()
    {
        var parsed = PolicyCompiler.Parse("policies/shop.policy.yaml", Text);
        PolicySeverity On(string day) =>
            PolicyCompiler.Compile([parsed], null, Day(day)).Model!.Enforce.Of("PAC2004");
        Assert.Equal(PolicySeverity.Observe, On("2026-12-31"));
        Assert.Equal(PolicySeverity.Warning, On("2027-01-01"));
        Assert.Equal(PolicySeverity.Warning, On("2027-03-31"));
        Assert.Equal(PolicySeverity.Error, On("2027-04-01"));
        Assert.Equal(Day("2027-01-01"), PolicyDates.LastPassed(Policy, Day("2027-01-31")));
        Assert.Equal(Day("2027-04-01"), PolicyDates.LastPassed(Policy, Day("2027-04-30")));
        // From October on its business days run past the holidays that are known.
        Assert.Equal(Day("2027-05-02"), PolicyDates.LastPassed(Policy, Day("2027-10-01")));
    }

    [Fact]
    public void Its_statements_are_all_it_says_of_clauses()
    {
        var clauses = Policy.Statements().SelectMany(statement => statement.Clauses).Distinct();
        Assert.Equal(
            Enumerable.Range(1, 12).Select(number => $"A-{number}"),
            clauses.OrderBy(clause => int.Parse(clause[2..], null)));
        Assert.Contains(Policy.Statements(), statement => statement is ConsentStatement);
        Assert.Contains(Policy.Statements(), statement => statement is RetentionStatement { NeverStored: false });
    }

    private static CalendarDate Day(string text) => CalendarDate.TryParse(text, out var day) ? day : throw new FormatException(text);
}
