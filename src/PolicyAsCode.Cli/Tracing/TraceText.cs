using PolicyAsCode.Cli.Output;
using PolicyAsCode.Language.Tracing;
using PolicyAsCode.Reports.Results;

namespace PolicyAsCode.Cli.Tracing;

/// <summary>A trace for people: a paragraph a clause, then what is left over.</summary>
internal sealed class TraceText(Words words, TestResults tests, CommandHost host)
{
    private const int Labels = 12;

    private readonly Colours _colours = new(host.HasColours);

    /// <summary>Writes the trace of one policy.</summary>
    public void Write(string policy, PolicyTrace trace)
    {
        host.Out.WriteLine(_colours.Bold(policy));
        foreach (var clause in trace.Clauses)
            Write(clause);

        Section("Trace.NotStated", trace.Clauses.Where(one => one.State == ClauseState.NotStated));
        if (tests.HasRead)
            Section("Trace.NotShown", trace.Clauses.Where(one => !tests.IsShown(one.Id)));
        Section("Trace.StatedOnly", trace.Clauses.Where(one => one.State == ClauseState.StatedOnly));
        Section("Trace.Organisational", trace.Clauses.Where(one => one.State == ClauseState.Organisational));
        Section("Trace.Vacuous", trace.Clauses
            .SelectMany(one => one.Statements).Concat(trace.Decisions).Where(one => one.IsVacuous).Select(Place).Distinct());
        Section("Trace.Decisions", trace.Decisions
            .GroupBy(one => one.Section)
            .Select(same => $"{same.Key}: {string.Join(", ", same.Select(one => one.NameIn(words.Language)).Distinct())}".TrimEnd(' ', ':')));
        Summary(trace);
    }

    private void Write(TracedClause clause)
    {
        host.Out.WriteLine();
        var state = words.Say($"Trace.State.{clause.State}");
        host.Out.WriteLine($"{_colours.Bold(clause.Id)}  {Coloured(clause.State, state)}");
        if (clause.Says is { } says)
            Lines("", says.In(words.Language));
        Lines("Trace.Label.Stated", string.Join("; ", clause.Statements
            .GroupBy(one => one.Section)
            .Select(same => $"{same.Key}: {string.Join(", ", same.Select(Name).Where(name => name.Length > 0))}".TrimEnd(' ', ':'))));
        Lines("Trace.Label.Bound", string.Join(", ", clause.Statements.SelectMany(one => one.Bindings).Distinct().Select(PlaceOf)));
        Lines("Trace.Label.Kept", string.Join(", ", clause.KeptBy));
        Lines("Trace.Label.Tests", Tests(clause));
    }

    private string Tests(TracedClause clause)
    {
        var parts = new List<string>();
        if (!clause.Tests.IsEmpty)
            parts.Add(words.Say("Trace.PolicyTests", string.Join(", ", clause.Tests
                .GroupBy(test => Path.GetFileName(test.Location.Path))
                .Select(same => $"{same.Key}:{string.Join(",", same.Select(test => test.Location.Range.Start.Line + 1))}"))));
        parts.AddRange(tests.Of(clause.Id).Select(test => test.Outcome switch
        {
            TestOutcome.Passed => test.Name,
            TestOutcome.NotRun => words.Say("Trace.NotRun", test.Name),
            _ => words.Say("Trace.Failed", test.Name),
        }));
        return string.Join(", ", parts);
    }

    private void Section(string title, IEnumerable<TracedClause> clauses) =>
        Section(title, clauses.Select(one => one.Says is { } says ? $"{one.Id}  {says.In(words.Language)}" : one.Id));

    private void Section(string title, IEnumerable<string> lines)
    {
        var all = lines.ToArray();
        if (all.Length == 0)
            return;
        host.Out.WriteLine();
        foreach (var line in Paragraph.Lines(words.Say(title), host.Width))
            host.Out.WriteLine(_colours.Bold(line));
        foreach (var one in all)
        {
            var lead = "  ";
            foreach (var line in Paragraph.Lines(one, host.Width - 4))
            {
                host.Out.WriteLine(lead + line);
                lead = "    ";
            }
        }
    }

    private void Summary(PolicyTrace trace)
    {
        int Count(ClauseState state) => trace.Clauses.Count(one => one.State == state);
        host.Out.WriteLine();
        foreach (var line in Paragraph.Lines(words.Say(
            "Trace.Summary", trace.Clauses.Length, Count(ClauseState.Kept), Count(ClauseState.KeptByPolicy),
            Count(ClauseState.Organisational), Count(ClauseState.StatedOnly), Count(ClauseState.NotStated)), host.Width))
            host.Out.WriteLine(line);
        if (tests.HasRead)
            foreach (var line in Paragraph.Lines(words.Say(
                "Trace.Shown", trace.Clauses.Count(one => tests.IsShown(one.Id)), trace.Clauses.Length), host.Width))
                host.Out.WriteLine(line);
        Results();
        foreach (var line in Paragraph.Lines(words.Say(trace.HasNotice ? "Trace.Meaning" : "Trace.NoNotice"), host.Width))
            host.Out.WriteLine(_colours.Dim(line));
        host.Out.WriteLine();
    }

    // Which run it was: what is shown by another is not shown.
    private void Results()
    {
        if (!tests.HasRead)
            return;
        host.Out.WriteLine(tests.Read.IsEmpty
            ? words.Say("Trace.NothingRead")
            : words.Say("Trace.Read", tests.Read.Length, ResultTexts.Moment(tests.From), ResultTexts.Moment(tests.To)));
        Section("Trace.LeftOut", ResultFiles.LeftOut(tests, words, host));
    }

    private void Lines(string label, string text)
    {
        if (text.Length == 0)
            return;
        var lead = label.Length == 0 ? "" : words.Say(label);
        foreach (var line in Paragraph.Lines(text, host.Width - Labels - 2))
        {
            host.Out.WriteLine($"  {_colours.Dim(lead.PadRight(label.Length == 0 ? 0 : Labels))}{line}");
            lead = "";
        }
    }

    private string Coloured(ClauseState state, string text) => state switch
    {
        ClauseState.NotStated => _colours.Red(text),
        ClauseState.StatedOnly => _colours.Yellow(text),
        ClauseState.Organisational => _colours.Dim(text),
        _ => _colours.Green(text),
    };

    private string Name(TracedStatement one) => one.NameIn(words.Language) is var name && one.IsVacuous
        ? words.Say("Trace.VacuousName", name)
        : name;

    private static string Place(TracedStatement one) => $"{one.Section}: {one.Name}  ({PlaceOf(one.Statement.Location)})";

    private static string PlaceOf(FileLocation location) =>
        $"{Path.GetFileName(location.Path)}:{(location.Range.Start.Line + 1).ToString(CultureInfo.InvariantCulture)}";
}
