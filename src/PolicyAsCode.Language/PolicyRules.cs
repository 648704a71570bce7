using System.Collections.Immutable;

namespace PolicyAsCode.Language;

/// <summary>
/// The rules about policy files: their ids, for ever, and how loudly they speak when no policy says so.
/// </summary>
public static class PolicyRules
{
    /// <summary>The file cannot be read as YAML.</summary>
    public const string Syntax = "PAC1001";

    /// <summary>A key that means nothing there.</summary>
    public const string UnknownKey = "PAC1002";

    /// <summary>A value of the wrong kind.</summary>
    public const string WrongValue = "PAC1003";

    /// <summary>A word that is in no vocabulary.</summary>
    public const string UnknownTerm = "PAC1004";

    /// <summary>The same key, term or statement twice.</summary>
    public const string Duplicate = "PAC1005";

    /// <summary>A part that must be there is missing.</summary>
    public const string MissingPart = "PAC1006";

    /// <summary>Nothing says how long data is kept, or not concretely.</summary>
    public const string RetentionNotConcrete = "PAC1007";

    /// <summary>A purpose without a lawful basis.</summary>
    public const string PurposeWithoutBasis = "PAC1008";

    /// <summary>A grant that a <c>never</c> forbids.</summary>
    public const string GrantForbidden = "PAC1009";

    /// <summary>A duty of a law that the policy follows is not met.</summary>
    public const string DutyNotMet = "PAC1010";

    /// <summary>A law is stricter than what the policy promises.</summary>
    public const string LawStricter = "PAC1011";

    /// <summary>The date of review has passed.</summary>
    public const string ReviewOverdue = "PAC1012";

    /// <summary>The policy is not in force yet.</summary>
    public const string NotInForce = "PAC1013";

    /// <summary>A waiver that is incomplete or has expired.</summary>
    public const string WaiverNotValid = "PAC1014";

    /// <summary>A statement that names neither a clause nor a decision.</summary>
    public const string NoClause = "PAC1015";

    /// <summary>A clause of the published notice that no statement names.</summary>
    public const string ClauseNotStated = "PAC1016";

    /// <summary>A policy that differs materially from its published version and has no higher number.</summary>
    public const string VersionNotRaised = "PAC1017";

    /// <summary>A term that another one has replaced.</summary>
    public const string TermDeprecated = "PAC1018";

    /// <summary>A statement that can match nothing.</summary>
    public const string MatchesNothing = "PAC1019";

    /// <summary>A policy that answers otherwise than its officer expects.</summary>
    public const string TestFailed = "PAC1020";

    /// <summary>A file that is larger or deeper than any policy needs.</summary>
    public const string BeyondLimits = "PAC1021";

    /// <summary>A project governed by no policy, or by two.</summary>
    public const string NotOnePolicy = "PAC1022";

    /// <summary>Business days without a calendar of holidays, or past its end.</summary>
    public const string BeyondCalendar = "PAC1023";

    /// <summary>A statement that is looser than the base's which it replaces.</summary>
    public const string LoosensBase = "PAC1024";

    /// <summary>A statement that no code of a whole solution is about.</summary>
    public const string NothingIsAbout = "PAC1025";

    /// <summary>Personal data that a solution stores and never reads.</summary>
    public const string StoredUnread = "PAC1026";

    /// <summary>Retention that counts from an event which nobody records.</summary>
    public const string AnchorUnwritten = "PAC1027";

    /// <summary>A waiver of code that is not there.</summary>
    public const string WaiverSilencesNothing = "PAC1028";

    /// <summary>A project under another version of its policy.</summary>
    public const string VersionsDiffer = "PAC1029";

    /// <summary>A suppression outside the policy, or rules that were switched off.</summary>
    public const string Suppressed = "PAC9003";

    /// <summary>An entry of a baseline that no finding matches.</summary>
    public const string BaselineStale = "PAC9005";

    /// <summary>Every rule that there is, also those about code: whatever a policy may name.</summary>
    internal static readonly ImmutableArray<string> All =
    [
        Syntax, UnknownKey, WrongValue, UnknownTerm, Duplicate, MissingPart, RetentionNotConcrete, PurposeWithoutBasis,
        GrantForbidden, DutyNotMet, LawStricter, ReviewOverdue, NotInForce, WaiverNotValid, NoClause, ClauseNotStated,
        VersionNotRaised, TermDeprecated, MatchesNothing, TestFailed, BeyondLimits, NotOnePolicy, BeyondCalendar,
        LoosensBase, NothingIsAbout, StoredUnread, AnchorUnwritten, WaiverSilencesNothing, VersionsDiffer,
        "PAC2001", "PAC2002", "PAC2003", "PAC2004", "PAC2005", "PAC2006", "PAC2007", "PAC2008", "PAC3001", "PAC3002",
        "PAC3003", "PAC3004", "PAC3005", "PAC3006", "PAC3007", "PAC3008", "PAC3009", "PAC3010", "PAC3011", "PAC3012",
        "PAC3013",
        "PAC4001", "PAC4002", "PAC4003", "PAC4004", "PAC4005", "PAC4006", "PAC4007",
        "PAC5001", "PAC5002", "PAC5003", "PAC5004", "PAC5005", "PAC5006",
        "PAC5007", "PAC5008", "PAC5009", "PAC5010", "PAC5011", "PAC5012", "PAC9002", Suppressed, "PAC9004", BaselineStale, "PAC9006",
    ];

    /// <summary>The page that says what a rule wants, who decides, and how to mend a finding.</summary>
    public static string PageOf(string id) =>
        $"https://github.com/policy-as-code/policy-as-code/blob/main/docs/rules/{id}.md";

    /// <summary>How loudly a rule speaks unless the policy's <c>enforce</c> names it.</summary>
    public static PolicySeverity DefaultSeverity(string id) =>
        id is ReviewOverdue or NotInForce or TermDeprecated or MatchesNothing or BaselineStale
            or StoredUnread or AnchorUnwritten or WaiverSilencesNothing or VersionsDiffer
            ? PolicySeverity.Warning
            : IsAboutTheTool(id) || id is NothingIsAbout ? PolicySeverity.Observe : PolicySeverity.Error;

    /// <summary>
    /// Whether a rule is about the policy's own text: such a rule follows its own entry of <c>enforce</c>, never the
    /// default one.
    /// </summary>
    public static bool IsAboutPolicyFiles(string id) => id.StartsWith("PAC1", StringComparison.Ordinal);

    /// <summary>
    /// Whether a rule says what the tool itself cannot see. It breaks no promise: a policy that wants to hear of it loudly
    /// names it, and the default one does not count.
    /// </summary>
    public static bool IsAboutTheTool(string id) => id is "PAC9002";

    /// <summary>
    /// Whether a policy may say how loudly the rule speaks. It may not for what makes a file unreadable: a gradual start
    /// is for what a policy says, and a file that cannot be read says nothing. Nor may it for what gets around the policy.
    /// </summary>
    public static bool IsEnforceable(string id) =>
        id is not (Syntax or UnknownKey or WrongValue or UnknownTerm or Duplicate or MissingPart)
        and not (BeyondLimits or NotOnePolicy or Suppressed);
}
