using PolicyAsCode.Reports.Model;
using PolicyAsCode.Reports.Results;
using PolicyAsCode.Reports.Wording;

namespace PolicyAsCode.Reports.Text;

/// <summary>The report as Markdown: the same sections as the page, without the picture.</summary>
internal sealed class ReportMarkdown
{
    private readonly MarkdownText _text = new();
    private readonly PrivacyReport _report;
    private readonly ReportWords _words;

    private ReportMarkdown(PrivacyReport report) => (_report, _words) = (report, new(report.Language));

    /// <summary>The report.</summary>
    public static string Write(PrivacyReport report)
    {
        var markdown = new ReportMarkdown(report);
        foreach (var policy in report.Policies)
            markdown.Policy(policy);
        return markdown._text.ToString();
    }

    private void Policy(ReportedPolicy policy)
    {
        _text.Heading(1, Say("PageTitle", policy.Title));
        _text.Paragraph(string.Join(" · ", new[]
        {
            Say("Policy", policy.Name, ReportWords.Number(policy.Version)),
            policy.Effective is { } from ? Say("InForce", _words.Day(from)) : null,
            policy.ReviewBy is { } review ? Say("ReviewBy", _words.Day(review)) : null,
            policy.Laws.Length > 0 ? Say("Follows", _words.List(policy.Laws.Select(law => law.Label))) : null,
            _report.AsOf is { } day ? Say("About.AsOf", _words.Day(day)) : null,
        }.OfType<string>()));
        Findings(policy);
        Data(policy);
        Register(policy);
        Recipients(policy);
        Retention(policy);
        Rights(policy);
        Cookies(policy);
        Guards(policy);
        Clauses(policy);
        Dates(policy);
    }

    private void Findings(ReportedPolicy policy)
    {
        _text.Heading(2, Say("Section.findings"));
        if (policy.Findings.IsEmpty)
            _text.Paragraph(Say("Findings.None"));
        else
            _text.List(policy.Findings.Select(one =>
                $"{_words.Word("Severity", one.Severity).Label}, {Named(one)}{(one.File.Length > 0 ? $" ({one.File}:{ReportWords.Number(one.Line)})" : "")}"));
    }

    // What is found about a clause begins with its id.
    private static string Named(FindingEntry one) =>
        one.Says.StartsWith(one.Rule, StringComparison.Ordinal) ? one.Says : $"{one.Rule}: {one.Says}";

    private void Data(ReportedPolicy policy)
    {
        _text.Heading(2, Say("Section.data"));
        string[] code = _report.HasCode ? ["Code"] : [];
        if (policy.Data.IsEmpty)
            _text.Paragraph(Say("Data.None"));
        else
            _text.Table(
                Columns([.. new[] { "Data", "Of", "Collected", "Purposes", "Recipients", "Kept", "Protected" }, .. code, "Why"]),
                policy.Data.Select(one => (string[])
                [
                    $"{one.Category.Label} ({one.Category.Key})", Labels(one.Subjects), Labels(one.Sources), Labels(one.Purposes),
                    Labels(one.Recipients), one.Kept?.Says ?? "", Labels(one.Protections),
                    .. code.Select(_ => string.Join(", ", one.HeldIn.Select(held => held.Member))), Of(one.Origin),
                ]));
        if (policy.NonPersonal.Length > 0)
            _text.Heading(3, Say("Data.NonPersonal")).Table(Columns("Data", "Says", "Purposes", "Why"), policy.NonPersonal.Select(one =>
                new[] { one.Name, one.Says ?? "", Labels(one.Purposes), Of(one.Origin) }));
    }

    private void Register(ReportedPolicy policy)
    {
        if (policy.Register.IsEmpty)
            return;
        _text.Heading(2, Say("Section.register")).Paragraph(string.Join("; ", _words.Controller(policy.Controller)));
        _text.Table(Columns("Purpose", "Of", "Categories", "Transfers", "Retention", "Security", "Why"),
            policy.Register.Select(one => new[]
            {
                string.Join("; ", new[] { one.Purpose.Label, Say("Register.Basis", one.Basis?.Label ?? Say("NotSaid")), one.Interest }
                    .OfType<string>().Concat(one.Conditions)),
                Labels(one.Subjects), Labels(one.Categories), string.Join("; ", one.Recipients.Select(who => who.Where is { } where ? $"{who.Recipient.Label}: {where}" : who.Recipient.Label)),
                string.Join("; ", one.Retention.Select(time => Say("Register.Time", time.Says, _words.List(time.Categories)))),
                Labels(one.Protections), Of(one.Origin),
            }));
    }

    private void Recipients(ReportedPolicy policy)
    {
        _text.Heading(2, Say("Section.recipients"));
        if (policy.Recipients.IsEmpty)
            _text.Paragraph(Say("Recipients.None"));
        else
            _text.Table(Columns("Recipient", "Gets", "Purposes", "Where", "Conditions", "Why"), policy.Recipients.Select(one => new[]
            {
                one.Role is { } role ? $"{one.Recipient.Label} ({role.Label})" : one.Recipient.Label,
                one.Form.Key == "raw" ? Labels(one.Receives) : $"{Labels(one.Receives)} ({one.Form.Label})", Labels(one.Purposes),
                string.Join("; ", new[] { Labels(one.Regions), one.Safeguard?.Label }.OfType<string>().Where(text => text.Length > 0)),
                string.Join("; ", new[] { one.Contract }.OfType<string>().Concat(one.Conditions)), Of(one.Origin),
            }));
    }

    private void Retention(ReportedPolicy policy)
    {
        if (policy.Retention.IsEmpty)
            return;
        _text.Heading(2, Say("Section.retention"));
        foreach (var group in policy.Retention)
        {
            _text.Heading(3, group.Anchor is { } anchor ? Say("Retention.After", ReportWords.Inside(anchor.Label)) : Say("Retention.Never"));
            _text.List(group.Entries.Select(one =>
                $"{one.Category.Label}{(one.Subjects.IsEmpty ? "" : $" ({Labels(one.Subjects)})")}: {one.Kept.Says} [{Of(one.Kept.Origin)}]"));
        }
        if (policy.Holds.Length > 0)
            _text.Heading(3, Say("Holds")).Table(Columns("Hold", "Data", "Because", "Owner", "Review", "Why"), policy.Holds.Select(one => new[]
            {
                one.Name, Labels(one.Categories), one.Because ?? "", one.Owner ?? "", Day(one.ReviewBy, null), Of(one.Origin),
            }));
    }

    private void Rights(ReportedPolicy policy)
    {
        if (policy.Rights.Length > 0)
            _text.Heading(2, Say("Section.rights")).Table(Columns("Right", "Within", "Law", "Channels", "Steps", "Why"), policy.Rights.Select(one => new[]
            {
                one.Right.Label,
                string.Join("; ", new[] { one.Time, one.Promised is { } promised ? Say("Promised", promised) : "" }.Where(text => text.Length > 0)),
                string.Join("; ", one.Laws), Labels(one.Channels), string.Join("; ", one.Steps), Of(one.Origin),
            }));
    }

    private void Cookies(ReportedPolicy policy)
    {
        if (policy.Cookies.Length > 0)
            _text.Heading(2, Say("Section.cookies")).Table(Columns("Cookie", "Purposes", "Consent", "Stays", "Reader", "Why"), policy.Cookies.Select(one => new[]
            {
                one.Name, Labels(one.Purposes),
                one.IsEssential ? Say("Cookies.Essential") : one.After is { } gate ? _words.Say("Common.After", gate.Label) : "",
                one.Kept ?? "", one.Recipient?.Label ?? "", Of(one.Origin),
            }));
    }

    private void Guards(ReportedPolicy policy)
    {
        if (policy.Never.IsEmpty && policy.Protections.IsEmpty)
            return;
        _text.Heading(2, Say("Section.guards"));
        _text.List(policy.Never.Concat(policy.Protections).Select(one => $"{one.Says} [{Of(one.Origin)}]"));
    }

    private void Clauses(ReportedPolicy policy)
    {
        if (policy.Clauses.IsEmpty)
            return;
        _text.Heading(2, Say("Section.clauses")).Table(Columns("Clause", "Says", "State", "Stated", "KeptBy", "Tests"), policy.Clauses.Select(one => new[]
        {
            one.Id, one.Says ?? "", Say($"State.{one.State}"),
            string.Join("; ", one.Statements.Select(statement => $"{statement.Section}: {statement.Name}".TrimEnd(' ', ':')).Distinct()),
            string.Join(", ", one.Rules.Concat(one.Operations).Concat(one.Owners)),
            string.Join("; ", one.CodeTests.Select(test => $"{test.Name}: {Say(test.Outcome.ToString())}").Concat(one.PolicyTests)),
        }));
        if (policy.Decisions.Length > 0)
            _text.Heading(2, Say("Section.decisions")).List(policy.Decisions.Select(one =>
                $"{one.Section}: {(one.Names.IsEmpty ? Say("Decisions.Whole") : string.Join(", ", one.Names))}"));
    }

    private void Dates(ReportedPolicy policy)
    {
        _text.Heading(2, Say("Section.dates"));
        if (policy.Due.Length > 0)
            _text.Heading(3, Say("Due")).List(policy.Due.Select(one =>
                $"{Day(one.Day, one.DaysLeft)}: {one.What}{(one.Owner is { } owner ? $" ({owner})" : "")}"));
        if (policy.Measures.Length > 0)
            _text.Heading(3, Say("Measures")).Table(Columns("Measure", "Owner", "Review", "Keeps", "Why"), policy.Measures.Select(one => new[]
            {
                one.Measure, one.Owner ?? "", Day(one.ReviewBy, one.DaysLeft), string.Join(", ", one.Keeps), Of(one.Origin),
            }));
        _text.Heading(3, Say("Waivers"));
        if (policy.Waivers.IsEmpty)
            _text.Paragraph(Say("Waivers.None"));
        else
            _text.Table(Columns("Rule", "At", "Because", "Approved", "Until", "Why"), policy.Waivers.Select(one => new[]
            {
                one.Rule, one.At, one.Because, one.ApprovedBy, Day(one.Until, one.DaysLeft), Of(one.Origin),
            }));
    }

    private string Say(string key, params object[] arguments) => _words.Say("Report." + key, arguments);

    private string[] Columns(params string[] names) => [.. names.Select(name => Say("Column." + name))];

    private string Day(CalendarDate? day, int? left) => day is not { } known ? ""
        : left is { } days ? $"{_words.Day(known)} ({_words.Left(days)})" : _words.Day(known);

    private string Of(Origin origin) => string.Join(", ", origin.Clauses
        .Concat(origin.IsDecision ? [Say(origin.Clauses.IsEmpty ? "Decision" : "DecisionBeside")] : [])
        .Append($"{origin.File}:{ReportWords.Number(origin.Line)}"));

    private static string Labels(ImmutableArray<Named> names) => string.Join(", ", names.Select(name => name.Label));
}
