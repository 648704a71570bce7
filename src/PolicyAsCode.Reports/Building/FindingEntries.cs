using PolicyAsCode.Language.Solution;
using PolicyAsCode.Language.Tracing;
using PolicyAsCode.Reports.Model;
using PolicyAsCode.Reports.Results;
using PolicyAsCode.Reports.Wording;

namespace PolicyAsCode.Reports.Building;

/// <summary>What wants a look: gaps, mistakes, statements that nothing is about, tests that failed.</summary>
internal static class FindingEntries
{
    // What the questions over a solution find; the first of them, and PAC1019, say that nothing is there.
    private static readonly string[] s_vacuous = ["PAC1019", "PAC1025", "PAC1026", "PAC1027", "PAC1028", "PAC1029"];

    /// <summary>All of them, the loudest first.</summary>
    public static ImmutableArray<FindingEntry> Of(
        CompiledPolicy policy, SolutionCode? code, ImmutableArray<ClauseEntry> clauses, bool hasResults, ReportWords words)
    {
        var told = policy.Diagnostics.AddRange(code is null || code.Governed.IsEmpty ? [] : SolutionQuestions.Ask(code));
        return
        [
            .. told.Distinct().Select(one => Told(one, words))
                .Concat(clauses.SelectMany(clause => OfClause(clause, hasResults, words)))
                .OrderByDescending(one => one.Severity).ThenBy(one => one.Kind).ThenBy(one => one.File, StringComparer.Ordinal)
                .ThenBy(one => one.Line).ThenBy(one => one.Rule, StringComparer.Ordinal).ThenBy(one => one.Says, StringComparer.Ordinal),
        ];
    }

    private static FindingEntry Told(PolicyDiagnostic found, ReportWords words) => new(
        s_vacuous.Contains(found.Id) ? FindingKind.Vacuous
            : found.Severity == PolicySeverity.Observe ? FindingKind.Note : FindingKind.Mistake,
        found.Id, found.Severity, found.MessageIn(words.Language), Origin.NameOf(found.Location), Origin.LineOf(found.Location));

    private static IEnumerable<FindingEntry> OfClause(ClauseEntry clause, bool hasResults, ReportWords words)
    {
        if (clause.State == ClauseState.NotStated)
            yield return Gap(PolicySeverity.Error, "Report.Gap.NotStated");
        else if (clause.State == ClauseState.StatedOnly)
            yield return Gap(PolicySeverity.Warning, "Report.Gap.StatedOnly");
        if (clause.State == ClauseState.Kept && hasResults && clause.CodeTests.IsEmpty)
            yield return Gap(PolicySeverity.Observe, "Report.Gap.NoTest");
        foreach (var test in clause.CodeTests.Where(test => test.Outcome != TestOutcome.Passed))
            yield return new(
                FindingKind.FailedTest, clause.Id, PolicySeverity.Error,
                words.Say(test.Outcome == TestOutcome.NotRun ? "Report.Gap.TestNotRun" : "Report.Gap.TestFailed", clause.Id, test.Name),
                "", 0);

        FindingEntry Gap(PolicySeverity severity, string key) =>
            new(FindingKind.Gap, clause.Id, severity, words.Say(key, clause.Id, clause.Says ?? ""), "", 0);
    }
}
