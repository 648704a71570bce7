using PolicyAsCode.Cli.Output;

namespace PolicyAsCode.Cli.Scanning;

/// <summary>A scan for people and compilers' readers: a line a finding, what could not be seen, and the counts.</summary>
internal static class ScanText
{
    private const int MostNames = 8;

    /// <summary>Writes it.</summary>
    public static void Write(ScanReport report, CommandHost host)
    {
        var paths = new ShownPaths(report.Request);
        var words = host.Words;
        foreach (var found in report.Found.Where(one => one.Outcome != Outcome.Accepted))
            WriteFinding(found, paths, host);
        if (report.Found.Any(one => one.Outcome != Outcome.Accepted))
            host.Out.WriteLine();
        WriteUnseen(report, paths, host);
        WriteRules(report, words, host);
        host.Out.WriteLine(words.Say(
            "Scan.Total",
            words.Count("Scan.Projects", report.Code.Projects.Select(project => project.Path).Distinct(StringComparer.Ordinal).Count()),
            words.Count("Scan.Files", report.Files),
            words.Count("Scan.Violations", Count(report, Outcome.Violation)),
            words.Count("Scan.Gaps", Count(report, Outcome.Gap)),
            words.Count("Scan.Vacuous", Count(report, Outcome.Vacuous)),
            string.Join(", ", Silenced())));

        IEnumerable<string> Silenced()
        {
            yield return words.Count("Scan.Waived", Count(report, Outcome.Waived));
            if (report.Request.Baseline is not null)
                yield return words.Count("Scan.Accepted", Count(report, Outcome.Accepted));
        }
    }

    private static void WriteFinding(ScanFinding found, ShownPaths paths, CommandHost host)
    {
        var colours = new Colours(host.HasColours);
        var name = $"{Severities.NameOf(found.Severity)} {found.Id}";
        var place = found.At is { } at
            ? string.Create(CultureInfo.InvariantCulture,
                $"{paths.Of(at.Path)}({at.Line + 1},{at.Column + 1},{at.EndLine + 1},{at.EndColumn + 1})")
            : "policy";
        var coloured = found.Severity switch
        {
            PolicySeverity.Error => colours.Red(name),
            PolicySeverity.Warning => colours.Yellow(name),
            _ => colours.Dim(name),
        };
        var waived = found.IsWaived ? $" {host.Words.Say("Scan.IsWaived")}" : "";
        host.Out.WriteLine($"{colours.Dim(place)}: {coloured}: {found.Message}{waived}");
    }

    // What was not seen comes before the counts: they are read with it.
    private static void WriteUnseen(ScanReport report, ShownPaths paths, CommandHost host)
    {
        var words = host.Words;
        var code = report.Code;
        var isSaid = false;
        Say(!code.BuildErrors.IsEmpty, () => words.Say("Scan.BuildFailed", string.Join("\n  ", code.BuildErrors)));
        Say(!report.MissingPackages.IsEmpty, () => words.Say(
            "Scan.MissingPackages", words.Count("Scan.Packages", report.MissingPackages.Length), Some(report.MissingPackages)));
        Say(!report.Unbound.IsEmpty, () => words.Say(
            "Scan.Unbound", words.Count("Scan.Errors", report.Unbound.Sum(one => one.Count)),
            Some([.. report.Unbound.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Project} {one.Count}"))])));
        Say(report.PagesPassedBy > 0, () => words.Count("Scan.Pages", report.PagesPassedBy));
        Say(!code.Tests.IsEmpty, () => words.Say(
            "Scan.TestsPassedBy", words.Count("Scan.Projects", code.Tests.Length), Some([.. code.Tests.Select(Path.GetFileNameWithoutExtension).OfType<string>()])));
        Say(report.Stale > 0, () => words.Count("Scan.Stale", report.Stale));
        Say(!code.Unreadable.IsEmpty, () => words.Say("Scan.Unreadable", Some([.. code.Unreadable.Select(paths.Of)])));
        foreach (var failure in report.Failures)
            Say(true, () => words.Say("Scan.Failure", failure));
        if (isSaid)
            host.Out.WriteLine();

        void Say(bool isNeeded, Func<string> sentence)
        {
            if (!isNeeded)
                return;
            host.Out.WriteLine(sentence());
            isSaid = true;
        }
    }

    private static void WriteRules(ScanReport report, Words words, CommandHost host)
    {
        var rules = report.Found.Where(one => one.Outcome != Outcome.Accepted).GroupBy(one => one.Id, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        if (rules.Count == 0)
            return;
        foreach (var rule in rules)
            host.Out.WriteLine($"  {rule.Key}  {rule.Count().ToString(CultureInfo.InvariantCulture),6}  {TitleOf(rule.Key, words.Language)}");
        host.Out.WriteLine();
    }

    private static string TitleOf(string rule, MessageLanguage language) => RulePage.Of(rule, language)?.Title ?? RuleTitles.Of(rule, language);

    private static int Count(ScanReport report, Outcome outcome) => report.Found.Count(one => one.Outcome == outcome);

    private static string Some(IReadOnlyCollection<string> names) =>
        names.Count <= MostNames
            ? string.Join(", ", names)
            : $"{string.Join(", ", names.Take(MostNames))}, …";
}
