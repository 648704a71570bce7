using PolicyAsCode.Reports.Model;
using PolicyAsCode.Reports.Wording;

namespace PolicyAsCode.Reports.Html;

/// <summary>What the sections of the page share: the words, anchors, and how small things look.</summary>
internal sealed class PageWriter(HtmlText html, ReportWords words, PrivacyReport report, ReportedPolicy policy, string prefix)
{
    // What has a row of its own: a purpose that is part of a registered one has none.
    private readonly HashSet<string> _rows =
    [
        .. policy.Data.Select(one => "data-" + one.Category.Key), .. policy.Register.Select(one => "register-" + one.Purpose.Key),
        .. policy.Recipients.Select(one => "recipient-" + one.Recipient.Key),
    ];

    /// <summary>Where it is written.</summary>
    public HtmlText Html => html;

    /// <summary>The words.</summary>
    public ReportWords Words => words;

    /// <summary>The report.</summary>
    public PrivacyReport Report => report;

    /// <summary>The anchor of something on the page; with several policies, each has its own.</summary>
    public string Id(string kind, string key = "") => key.Length == 0 ? prefix + kind : $"{prefix}{kind}-{Plain(key)}";

    /// <summary>Where the row of something is, as a link; null where it has none.</summary>
    public string? RowOf(string kind, string key) => _rows.Contains($"{kind}-{key}") ? "#" + Id(kind, key) : null;

    /// <summary>A sentence.</summary>
    public string Say(string key, params object[] arguments) => words.Say("Report." + key, arguments);

    /// <summary>A paragraph.</summary>
    public void Paragraph(string text, string? kind = null) => html.Element("p", text, ("class", kind)).Line();

    /// <summary>Names as small labels, each with its key for those who know the policy; a dash where there are none.</summary>
    public void Tags(IEnumerable<Named> names, string? anchor = null)
    {
        var all = names.ToArray();
        if (all.Length == 0)
        {
            None();
            return;
        }
        html.Open("ul", ("class", "tags"));
        foreach (var one in all)
        {
            html.Open("li");
            if (anchor is not null && RowOf(anchor, one.Key) is { } row)
                html.Element("a", one.Label, ("href", row), ("title", one.Key));
            else
                html.Element("span", one.Label, ("title", one.Key));
            html.Close("li");
        }
        html.Close("ul");
    }

    /// <summary>Sentences, one below the other; a dash where there are none.</summary>
    public void Lines(IEnumerable<string> lines)
    {
        var all = lines.Where(line => line.Length > 0).ToArray();
        if (all.Length == 0)
            None();
        else if (all.Length == 1)
            html.Text(ReportWords.First(all[0]));
        else
        {
            html.Open("ul", ("class", "lines"));
            foreach (var line in all)
                html.Element("li", ReportWords.First(line));
            html.Close("ul");
        }
    }

    /// <summary>How something is protected beyond what protects everything.</summary>
    public void Protections(ImmutableArray<Named> protections) =>
        Lines([string.Join("; ", protections.Where(one => !policy.GeneralProtections.Contains(one)).Select(one => one.Label))]);

    /// <summary>How everything is protected, above a table that need not repeat it.</summary>
    public void GeneralProtections()
    {
        if (policy.GeneralProtections.Length > 0)
            Paragraph(Say("ProtectedAll", words.List(policy.GeneralProtections.Select(one => one.Label))), "means");
    }

    /// <summary>Where nothing is said.</summary>
    public void None() =>
        html.Element("span", "–", ("class", "none"), ("aria-hidden", "true")).Element("span", Say("None"), ("class", "unseen"));

    /// <summary>By which clauses, or whose decision, and where it is written.</summary>
    public void Origin(Origin origin)
    {
        html.Open("span", ("class", "origin"));
        foreach (var clause in origin.Clauses)
            html.Element("a", clause, ("href", "#" + Id("clause", clause))).Text(" ");
        if (origin.IsDecision)
            html.Element("span", Say(origin.Clauses.IsEmpty ? "Decision" : "DecisionBeside"), ("class", "decision")).Text(" ");
        html.Element("span", $"{origin.File}:{ReportWords.Number(origin.Line)}", ("class", "place"));
        html.Close("span");
    }

    /// <summary>A state, by colour and by word.</summary>
    public void Badge(string text, string kind) => html.Element("span", text, ("class", $"badge {kind}"));

    /// <summary>A day, with how many days are left where that is known.</summary>
    public void Day(CalendarDate? day, int? left)
    {
        if (day is not { } known)
        {
            None();
            return;
        }
        html.Element("time", words.Day(known), ("datetime", known.ToString()));
        if (left is { } days)
        {
            html.Text(" ");
            Badge(words.Left(days), days < 0 ? "bad" : days <= 90 ? "warn" : "calm");
        }
    }

    // Letters, digits and dashes: an anchor is no place for anything else that a policy says.
    private static string Plain(string key)
    {
        var plain = new StringBuilder();
        foreach (var one in key)
            if (one is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.')
                plain.Append(one);
            else
                plain.Append('_').Append(((int)one).ToString("x", CultureInfo.InvariantCulture));
        return plain.ToString();
    }
}
