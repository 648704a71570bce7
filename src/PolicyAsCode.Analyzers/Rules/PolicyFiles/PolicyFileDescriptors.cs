using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PolicyAsCode.Analyzers.Rules.PolicyFiles;

/// <summary>The rules of the policy files; what each says of a file comes from the language itself.</summary>
internal static class PolicyFileDescriptors
{
    private static readonly DiagnosticDescriptor Syntax = Describe.CreateRule(
        "PAC1001", "Policy file is not valid YAML",
        RuleCategories.PolicyFiles, DiagnosticSeverity.Error,
        "A file that cannot be read promises nothing; what could be read of it is still checked.");

    private static readonly DiagnosticDescriptor UnknownKey = Describe.CreateRule(
        "PAC1002", "Unknown key in a policy file",
        RuleCategories.PolicyFiles, DiagnosticSeverity.Error,
        "A key that nobody reads would be a promise that nobody keeps, so it is refused.");

    private static readonly DiagnosticDescriptor WrongKind = Describe.CreateRule(
        "PAC1003", "Value of the wrong kind in a policy file",
        RuleCategories.PolicyFiles, DiagnosticSeverity.Error,
        "The key is known, and its value is not what it takes.");

    private static readonly DiagnosticDescriptor UnknownTerm = Describe.CreateRule(
        "PAC1004", "Unknown term in a policy file",
        RuleCategories.PolicyFiles, DiagnosticSeverity.Error,
        "Policies speak the vocabulary: the built-in one, and the organisation's own.");

    private static readonly DiagnosticDescriptor Duplicate = Describe.CreateRule(
        "PAC1005", "Duplicate key or statement in a policy file",
        RuleCategories.PolicyFiles, DiagnosticSeverity.Error,
        "Two statements on the same thing leave open which of them holds.");

    private static readonly DiagnosticDescriptor RequiredPartMissing = Describe.CreateRule(
        "PAC1006", "Required part of a policy is missing",
        RuleCategories.PolicyFiles, DiagnosticSeverity.Error,
        "Without this part the statement says nothing that could be kept or checked.");

    private static readonly DiagnosticDescriptor RetentionMissing = Describe.CreateRule(
        "PAC1007", "Retention is missing or not concrete",
        RuleCategories.PolicyFiles, DiagnosticSeverity.Error,
        "Data is kept for a stated time from a stated event; 'as long as necessary' leaves both open.");

    private static readonly DiagnosticDescriptor PurposeWithoutBasis = Describe.CreateRule(
        "PAC1008", "Purpose without a lawful basis",
        RuleCategories.PolicyFiles, DiagnosticSeverity.Error,
        "Each purpose rests on a lawful basis (GDPR Art. 6(1), UU PDP art. 20(2)).");

    private static readonly DiagnosticDescriptor GrantForbidden = Describe.CreateRule(
        "PAC1009", "Statement grants what a 'never' forbids",
        RuleCategories.PolicyFiles, DiagnosticSeverity.Error,
        "A prohibition beats every grant, so the grant has no effect and misleads its reader.");

    private static readonly DiagnosticDescriptor DutyNotMet = Describe.CreateRule(
        "PAC1010", "Duty of a law is not met",
        RuleCategories.PolicyFiles, DiagnosticSeverity.Error,
        "A policy that follows a law says what the law asks it to say.");

    private static readonly DiagnosticDescriptor LawStricter = Describe.CreateRule(
        "PAC1011", "Law is stricter than the promise",
        RuleCategories.PolicyFiles, DiagnosticSeverity.Error,
        "What is promised is less than a law that the policy follows gives; the law's term holds all the same.");

    private static readonly DiagnosticDescriptor ReviewDatePassed = Describe.CreateRule(
        "PAC1012", "Review date of the policy has passed",
        RuleCategories.PolicyFiles, DiagnosticSeverity.Error,
        "A policy that nobody looks at any more drifts away from what is done.");

    private static readonly DiagnosticDescriptor NotInForce = Describe.CreateRule(
        "PAC1013", "Policy is not in force yet",
        RuleCategories.PolicyFiles, DiagnosticSeverity.Error,
        "The policy's effective date lies ahead; nothing is promised before it.");

    private static readonly DiagnosticDescriptor WaiverUnusable = Describe.CreateRule(
        "PAC1014", "Waiver is incomplete or has expired",
        RuleCategories.PolicyFiles, DiagnosticSeverity.Error,
        "A waiver names who accepts what, why and until when; after that day the finding counts again.");

    private static readonly DiagnosticDescriptor NoClause = Describe.CreateRule(
        "PAC1015", "Statement names no clause",
        RuleCategories.PolicyFiles, DiagnosticSeverity.Error,
        "A statement keeps a clause of the published notice, or is a decision of the controller and says so.");

    private static readonly DiagnosticDescriptor ClauseNotStated = Describe.CreateRule(
        "PAC1016", "Clause of the notice that no statement names",
        RuleCategories.PolicyFiles, DiagnosticSeverity.Error,
        "What is promised in public and stated nowhere is kept by nobody.");

    private static readonly DiagnosticDescriptor VersionNotRaised = Describe.CreateRule(
        "PAC1017", "Policy changed materially without a new version",
        RuleCategories.PolicyFiles, DiagnosticSeverity.Error,
        "People were told what the published version says; what goes beyond it needs a new one, and telling them.");

    internal static readonly DiagnosticDescriptor TermDeprecated = Describe.CreateRule(
        "PAC1018", "Term was renamed",
        RuleCategories.PolicyFiles, DiagnosticSeverity.Error,
        "The vocabulary has a new name for it; the old one still works for now.");

    private static readonly DiagnosticDescriptor MatchesNothing = Describe.CreateRule(
        "PAC1019", "Statement that can match nothing",
        RuleCategories.PolicyFiles, DiagnosticSeverity.Error,
        "A statement that nothing can ever match reads like a promise and has no effect.");

    private static readonly DiagnosticDescriptor TestFailed = Describe.CreateRule(
        "PAC1020", "Policy test failed",
        RuleCategories.PolicyFiles, DiagnosticSeverity.Error,
        "A test is what the officer meant, said a second time in other words.");

    private static readonly DiagnosticDescriptor FileBeyondLimits = Describe.CreateRule(
        "PAC1021", "Policy file is beyond its limits",
        RuleCategories.PolicyFiles, DiagnosticSeverity.Error,
        "Files are bounded in size, depth and aliases, so that no file can exhaust the compiler.");

    private static readonly DiagnosticDescriptor NoSinglePolicy = Describe.CreateRule(
        "PAC1022", "Project is not governed by exactly one policy",
        RuleCategories.PolicyFiles, DiagnosticSeverity.Error,
        "A project is governed by one policy, or says that it is governed by none.");

    private static readonly DiagnosticDescriptor BeyondCalendar = Describe.CreateRule(
        "PAC1023", "Business days beyond the holiday calendar",
        RuleCategories.PolicyFiles, DiagnosticSeverity.Error,
        "Which days are holidays is known for some years only; what lies beyond them is not guessed.");

    private static readonly DiagnosticDescriptor LoosensBase = Describe.CreateRule(
        "PAC1024", "Policy loosens its base",
        RuleCategories.PolicyFiles, DiagnosticSeverity.Error,
        "What an organisation says of all of its applications, one of them alone cannot take back.");

    internal static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        Syntax, UnknownKey, WrongKind, UnknownTerm, Duplicate, RequiredPartMissing, RetentionMissing,
        PurposeWithoutBasis, GrantForbidden, DutyNotMet, LawStricter, ReviewDatePassed, NotInForce, WaiverUnusable,
        NoClause, ClauseNotStated, VersionNotRaised, TermDeprecated, MatchesNothing, TestFailed, FileBeyondLimits,
        NoSinglePolicy, BeyondCalendar, LoosensBase,
    ];
}
