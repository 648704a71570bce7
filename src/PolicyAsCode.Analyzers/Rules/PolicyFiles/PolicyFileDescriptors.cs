using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PolicyAsCode.Analyzers.Rules.PolicyFiles;

/// <summary>
/// The rules of the policy files; what each says of a file comes from the language itself. Those from PAC1025 on are asked of
/// a whole solution, by the command and the build.
/// </summary>
internal static class PolicyFileDescriptors
{
    private static readonly DiagnosticDescriptor Syntax =
        Describe.CreateRule("PAC1001", RuleCategories.PolicyFiles, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor UnknownKey =
        Describe.CreateRule("PAC1002", RuleCategories.PolicyFiles, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor WrongKind =
        Describe.CreateRule("PAC1003", RuleCategories.PolicyFiles, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor UnknownTerm =
        Describe.CreateRule("PAC1004", RuleCategories.PolicyFiles, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor Duplicate =
        Describe.CreateRule("PAC1005", RuleCategories.PolicyFiles, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor RequiredPartMissing =
        Describe.CreateRule("PAC1006", RuleCategories.PolicyFiles, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor RetentionMissing =
        Describe.CreateRule("PAC1007", RuleCategories.PolicyFiles, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor PurposeWithoutBasis =
        Describe.CreateRule("PAC1008", RuleCategories.PolicyFiles, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor GrantForbidden =
        Describe.CreateRule("PAC1009", RuleCategories.PolicyFiles, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor DutyNotMet =
        Describe.CreateRule("PAC1010", RuleCategories.PolicyFiles, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor LawStricter =
        Describe.CreateRule("PAC1011", RuleCategories.PolicyFiles, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor ReviewDatePassed =
        Describe.CreateRule("PAC1012", RuleCategories.PolicyFiles, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor NotInForce =
        Describe.CreateRule("PAC1013", RuleCategories.PolicyFiles, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor WaiverUnusable =
        Describe.CreateRule("PAC1014", RuleCategories.PolicyFiles, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor NoClause =
        Describe.CreateRule("PAC1015", RuleCategories.PolicyFiles, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor ClauseNotStated =
        Describe.CreateRule("PAC1016", RuleCategories.PolicyFiles, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor VersionNotRaised =
        Describe.CreateRule("PAC1017", RuleCategories.PolicyFiles, DiagnosticSeverity.Error);

    internal static readonly DiagnosticDescriptor TermDeprecated =
        Describe.CreateRule("PAC1018", RuleCategories.PolicyFiles, DiagnosticSeverity.Error);

    internal static readonly DiagnosticDescriptor MatchesNothing =
        Describe.CreateRule("PAC1019", RuleCategories.PolicyFiles, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor TestFailed =
        Describe.CreateRule("PAC1020", RuleCategories.PolicyFiles, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor FileBeyondLimits =
        Describe.CreateRule("PAC1021", RuleCategories.PolicyFiles, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor NoSinglePolicy =
        Describe.CreateRule("PAC1022", RuleCategories.PolicyFiles, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor BeyondCalendar =
        Describe.CreateRule("PAC1023", RuleCategories.PolicyFiles, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor LoosensBase =
        Describe.CreateRule("PAC1024", RuleCategories.PolicyFiles, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor NothingIsAbout =
        Describe.CreateRule("PAC1025", RuleCategories.PolicyFiles, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor StoredUnread =
        Describe.CreateRule("PAC1026", RuleCategories.PolicyFiles, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor AnchorUnwritten =
        Describe.CreateRule("PAC1027", RuleCategories.PolicyFiles, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor WaiverSilencesNothing =
        Describe.CreateRule("PAC1028", RuleCategories.PolicyFiles, DiagnosticSeverity.Error);

    private static readonly DiagnosticDescriptor VersionsDiffer =
        Describe.CreateRule("PAC1029", RuleCategories.PolicyFiles, DiagnosticSeverity.Error);

    internal static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        Syntax, UnknownKey, WrongKind, UnknownTerm, Duplicate, RequiredPartMissing, RetentionMissing,
        PurposeWithoutBasis, GrantForbidden, DutyNotMet, LawStricter, ReviewDatePassed, NotInForce, WaiverUnusable,
        NoClause, ClauseNotStated, VersionNotRaised, TermDeprecated, MatchesNothing, TestFailed, FileBeyondLimits,
        NoSinglePolicy, BeyondCalendar, LoosensBase, NothingIsAbout, StoredUnread,
        AnchorUnwritten, WaiverSilencesNothing, VersionsDiffer,
    ];
}
