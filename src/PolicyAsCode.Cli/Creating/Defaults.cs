using PolicyAsCode.Cli.Output;

namespace PolicyAsCode.Cli.Creating;

/// <summary>
/// What a first policy says where nobody has decided yet: short times, few purposes. Each is written as a decision, for
/// somebody to look at.
/// </summary>
internal static class Defaults
{
    private const string Interests = "legitimate-interests";

    // The first line that fits decides: a term itself, or a broader one.
    private static readonly (string Term, string[] Purposes, string? Source, string Keep)[] s_data =
    [
        ("contact.email", ["communication", "rights-handling"], "registration", "for: 2 years, from: last-activity, then: erase"),
        ("contact.name", ["communication", "rights-handling"], "registration", "for: 2 years, from: last-activity, then: erase"),
        ("contact", ["communication"], "registration", "for: 2 years, from: last-activity, then: erase"),
        ("identity", ["identity-verification"], "registration", "for: 2 years, from: last-activity, then: erase"),
        ("government", ["identity-verification"], "verification", "for: 30 days, from: request-closed, then: erase"),
        ("account", ["security"], "registration", "for: 30 days, from: account-closed, then: erase"),
        ("payment.card-number", ["transactions"], "payment", ""),
        ("payment", ["transactions"], "payment", "for: 1 year, from: payment-made, then: erase"),
        ("transaction.warranty-claim", ["transactions"], "claim", "for: 3 years, from: claim-closed, then: erase"),
        ("transaction", ["transactions"], "order", "for: 5 years, from: order-placed, then: anonymise"),
        ("communication.support-request", ["communication"], "support", "for: 1 year, from: request-closed, then: erase"),
        ("communication.feedback", ["service-improvement"], "feedback", "for: 1 year, from: feedback-given, then: erase"),
        ("communication", ["communication"], "support", "for: 1 year, from: message-sent, then: erase"),
        ("preference.marketing", ["promotion", "rights-handling"], "registration", "for: 1 year, from: consent-withdrawn, then: erase"),
        ("preference", ["personalisation"], "registration", "for: 2 years, from: last-activity, then: erase"),
        ("device", ["security"], "visit", "for: 90 days, from: collected, then: erase"),
        ("usage", ["security"], "visit", "for: 90 days, from: collected, then: erase"),
        ("location", ["service-provision"], "visit", "for: 30 days, from: collected, then: erase"),
        ("special", ["service-provision"], "registration", "for: 1 year, from: account-closed, then: erase"),
        ("employment", ["staff-administration"], "staff-hiring", "for: 1 year, from: employment-ended, then: erase"),
        ("inference.fraud-signal", ["fraud-prevention"], null, "for: 1 year, from: signal-raised, then: erase"),
        ("inference", ["personalisation"], null, "for: 6 months, from: recommended, then: erase"),
    ];

    private static readonly (string Purpose, string Basis)[] s_purposes =
    [
        ("promotion", "consent"),
        ("legal-compliance", "legal-obligation"),
        ("rights-handling", "legal-obligation"),
        ("identity-verification", "legal-obligation"),
        ("service-improvement", Interests),
        ("troubleshooting", Interests),
        ("personalisation", Interests),
        ("security", Interests),
        ("analysis", Interests),
        ("statistics", Interests),
        ("rights-protection", Interests),
        ("business-transfer", Interests),
    ];

    private static readonly string[] s_sourcesOfDevices = ["visit", "observation"];

    /// <summary>For what a category is used, unless somebody says otherwise.</summary>
    public static ImmutableArray<Term> PurposesOf(Term category, Vocabulary vocabulary) =>
    [
        .. (Of(category)?.Purposes ?? ["service-provision"])
            .Select(key => vocabulary.Find(TermKind.Purpose, key)).OfType<Term>(),
    ];

    /// <summary>Where it is collected; null for what nobody gives, but is concluded.</summary>
    public static string? SourceOf(Term category) => Of(category) is { } found ? found.Source : "registration";

    /// <summary>How long it is kept, as a policy writes it; empty for what is never stored.</summary>
    public static string KeepOf(Term category, Term subject) => Of(category) is not { Keep: var keep }
        ? "for: 1 year, from: collected, then: erase"
        : subject.Key == "staff" && keep.Contains("last-activity", StringComparison.Ordinal)
            ? "for: 1 year, from: employment-ended, then: erase"
            : keep;

    /// <summary>On which lawful basis a purpose rests.</summary>
    public static string BasisOf(Term purpose) => OfPurpose(purpose)?.Basis ?? "contract";

    /// <summary>Which legitimate interest it serves; null where it rests on another basis.</summary>
    public static Message? InterestOf(Term purpose) =>
        OfPurpose(purpose) is { Basis: Interests, Purpose: var key } ? Words.Of($"New.Interest.{key}") : null;

    /// <summary>What must be proved before data is used for a purpose; null where nothing must.</summary>
    public static string? ProofOf(Term purpose) =>
        BasisOf(purpose) == "consent" ? "consent" : InterestOf(purpose) is null ? null : "no-objection";

    /// <summary>From whom a source has what it gives.</summary>
    public static string GiverOf(string source) => s_sourcesOfDevices.Contains(source) ? "device" : "person";

    /// <summary>The laws of a place, by its time zone.</summary>
    public static ImmutableArray<string> LawsOf(string timeZone) =>
        IsIndonesian(timeZone) ? ["uu-pdp"] : timeZone.StartsWith("Europe/", StringComparison.Ordinal) ? ["gdpr"] : [];

    /// <summary>Whether the days of a place are Indonesia's.</summary>
    public static bool IsIndonesian(string timeZone) =>
        timeZone is "Asia/Jakarta" or "Asia/Pontianak" or "Asia/Makassar" or "Asia/Jayapura";

    private static (string Term, string[] Purposes, string? Source, string Keep)? Of(Term category)
    {
        foreach (var line in s_data)
            if (category.SelfAndBroader().Any(term => term.Key == line.Term))
                return line;
        return null;
    }

    private static (string Purpose, string Basis)? OfPurpose(Term purpose)
    {
        foreach (var line in s_purposes)
            if (purpose.SelfAndBroader().Any(term => term.Key == line.Purpose))
                return line;
        return null;
    }
}
