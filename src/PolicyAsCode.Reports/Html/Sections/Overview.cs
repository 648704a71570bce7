using PolicyAsCode.Language.Tracing;
using PolicyAsCode.Reports.Model;
using PolicyAsCode.Reports.Results;
using PolicyAsCode.Reports.Wording;

namespace PolicyAsCode.Reports.Html.Sections;

/// <summary>What somebody sees first: whose policy it is, in a few sentences and numbers.</summary>
internal static class Overview
{
    // As good news first; the same order and colours as the badges of the clauses.
    private static readonly ClauseState[] s_states =
        [ClauseState.Kept, ClauseState.KeptByPolicy, ClauseState.Organisational, ClauseState.StatedOnly, ClauseState.NotStated];

    /// <summary>Writes it.</summary>
    public static void Write(ReportedPolicy policy, PageWriter page)
    {
        var html = page.Html;
        html.Open("header", ("class", "hero")).Line()
            .Element("h1", policy.Title).Line();
        Facts(policy, page);
        page.Paragraph(Summary(policy, page), "summary");
        if (policy.Clauses.Length > 0)
            page.Paragraph(Kept(policy, page), "summary");
        Tiles(policy, page);
        if (policy.Clauses.Length > 0)
            Bar(policy, page);
        html.Close("header").Line();
    }

    /// <summary>The colour of a clause's state.</summary>
    public static string ColourOf(ClauseState state) => state switch
    {
        ClauseState.Kept => "good",
        ClauseState.KeptByPolicy => "policy",
        ClauseState.Organisational => "people",
        ClauseState.StatedOnly => "warn",
        _ => "bad",
    };

    private static void Facts(ReportedPolicy policy, PageWriter page)
    {
        var html = page.Html;
        html.Open("p", ("class", "facts")).Text(page.Say("Policy", policy.Name, ReportWords.Number(policy.Version)));
        if (policy.Effective is { } from)
            html.Text(" · ").Text(page.Say("InForce", page.Words.Day(from)));
        if (policy.ReviewBy is { } review)
            html.Text(" · ").Text(page.Say("ReviewBy", page.Words.Day(review)));
        if (policy.Laws.Length > 0)
            html.Text(" · ").Text(page.Say("Follows", page.Words.List(policy.Laws.Select(law => law.Label))));
        html.Close("p").Line();
    }

    private static string Summary(ReportedPolicy policy, PageWriter page)
    {
        if (policy.Data.IsEmpty)
            return page.Say("Summary.NoData", policy.Title);
        var kinds = page.Words.Count("Report.Count.Data", policy.Data.Select(one => one.Category.Key).Distinct().Count());
        var purposes = page.Words.Count("Report.Count.Purposes", policy.Register.Length);
        var who = policy.Subjects.IsEmpty ? page.Say("Summary.People") : page.Words.List(policy.Subjects);
        return policy.Recipients.IsEmpty
            ? page.Say("Summary.Inside", policy.Title, kinds, who, purposes)
            : page.Say("Summary.All", policy.Title, kinds, who, purposes, page.Words.Count("Report.Count.Recipients", policy.Recipients.Length));
    }

    private static string Kept(ReportedPolicy policy, PageWriter page)
    {
        var open = Count(policy, ClauseState.StatedOnly) + Count(policy, ClauseState.NotStated);
        var keepers = page.Words.List(
            from one in new[] { ClauseState.Kept, ClauseState.KeptByPolicy, ClauseState.Organisational }
            where Count(policy, one) > 0
            select page.Say($"Summary.By.{one}", ReportWords.Number(Count(policy, one))));
        var all = page.Words.Count("Report.Count.Clauses", policy.Clauses.Length);
        return open == 0 ? page.Say("Summary.Kept", all, keepers)
            : keepers.Length == 0 ? page.Say("Summary.NoneKept", all)
            : page.Say("Summary.KeptOpen", all, keepers, ReportWords.Number(open));
    }

    private static void Tiles(ReportedPolicy policy, PageWriter page)
    {
        page.Html.Open("dl", ("class", "tiles")).Line();
        Tile("Data", policy.Data.Select(one => one.Category.Key).Distinct().Count());
        Tile("Purposes", policy.Register.Length);
        Tile("Recipients", policy.Recipients.Length);
        Tile("Rights", policy.Rights.Length);
        if (page.Report.HasResults)
            Tile("Tested", policy.Clauses.Count(one => one.CodeTests.Length > 0 && one.CodeTests.All(test => test.Outcome == TestOutcome.Passed)));
        Tile("Look", policy.Findings.Length, "findings", policy.Findings.Count(one => one.Severity == PolicySeverity.Observe));
        if (policy.Due.Length > 0)
        {
            page.Html.Open("div").Element("dt", page.Say("Tile.Next")).Open("dd", ("class", "day"));
            var next = policy.Due.FirstOrDefault(one => one.DaysLeft is null or >= 0) ?? policy.Due[policy.Due.Length - 1];
            page.Html.Element("time", page.Words.Day(next.Day), ("datetime", next.Day.ToString())).Close("dd").Close("div").Line();
        }
        page.Html.Close("dl").Line();

        void Tile(string name, int count, string? section = null, int notes = 0)
        {
            var said = page.Say(count == 1 ? $"Tile.{name}.One" : $"Tile.{name}");
            if (notes > 0)
                said = page.Say("Tile.Notes", said, ReportWords.Number(notes));
            page.Html.Open("div").Open("dt");
            if (section is null)
                page.Html.Text(said);
            else
                page.Html.Element("a", said, ("href", "#" + page.Id(section)));
            page.Html.Close("dt").Element("dd", ReportWords.Number(count)).Close("div").Line();
        }
    }

    private static void Bar(ReportedPolicy policy, PageWriter page)
    {
        var html = page.Html;
        html.Open("div", ("class", "kept")).Line()
            .Open("svg", ("class", "bar"), ("viewBox", $"0 0 {ReportWords.Number(policy.Clauses.Length * 10)} 10"),
                ("preserveAspectRatio", "none"), ("aria-hidden", "true"), ("focusable", "false"));
        var at = 0;
        foreach (var state in s_states)
        {
            var count = Count(policy, state) * 10;
            if (count > 0)
                html.Open("rect", ("class", $"fill-{ColourOf(state)}"), ("x", ReportWords.Number(at)), ("y", "0"),
                    ("width", ReportWords.Number(count)), ("height", "10")).Close("rect");
            at += count;
        }
        html.Close("svg").Line().Open("ul", ("class", "legend"));
        foreach (var state in s_states.Where(state => Count(policy, state) > 0))
        {
            html.Open("li").Open("span", ("class", $"dot fill-{ColourOf(state)}"), ("aria-hidden", "true")).Close("span")
                .Text($"{ReportWords.Number(Count(policy, state))} {page.Say($"State.{state}")}").Close("li");
        }
        html.Close("ul").Close("div").Line();
    }

    private static int Count(ReportedPolicy policy, ClauseState state) => policy.Clauses.Count(one => one.State == state);
}
