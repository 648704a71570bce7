using PolicyAsCode.Language.Tracing;
using PolicyAsCode.Reports.Model;
using PolicyAsCode.Reports.Results;
using PolicyAsCode.Reports.Wording;

namespace PolicyAsCode.Reports.Html.Sections;

/// <summary>Every clause of the notice: what it says, what keeps it, and which test shows it.</summary>
internal sealed class ClausesSection() : ReportSection("clauses")
{
    /// <inheritdoc/>
    public override bool Has(ReportedPolicy policy) => !policy.Clauses.IsEmpty;

    /// <inheritdoc/>
    public override void Write(ReportedPolicy policy, PageWriter page)
    {
        page.Paragraph(page.Say(policy.HasNotice ? "Clauses.Intro" : "Clauses.NoNotice"));
        Filter(policy, page);
        HtmlTable.Write(page.Html, page.Say("Clauses.Caption", policy.Title),
            [page.Say("Column.Clause"), page.Say("Column.State"), page.Say("Column.Stated"), page.Say("Column.KeptBy"), page.Say("Column.Tests")],
            table =>
            {
                foreach (var one in policy.Clauses)
                    table.Row(() => Row(one, table, page), page.Id("clause", one.Id), Overview.ColourOf(one.State));
            }, "clauses");
    }

    // Shown by the script alone, which makes it work.
    private static void Filter(ReportedPolicy policy, PageWriter page)
    {
        page.Html.Open("div", ("class", "filter"), ("role", "group"), ("aria-label", page.Say("Filter")), ("hidden", ""),
            ("data-script", ""), ("data-filter", page.Id("clauses")));
        page.Html.Element("button", page.Say("Filter.All"), ("type", "button"), ("aria-pressed", "true"), ("data-state", "all"));
        foreach (var state in policy.Clauses.Select(one => one.State).Distinct().OrderByDescending(state => state))
            page.Html.Element("button", ReportWords.First(page.Say($"State.{state}")), ("type", "button"), ("aria-pressed", "false"),
                ("data-state", Overview.ColourOf(state)));
        page.Html.Close("div").Line();
    }

    private static void Row(ClauseEntry one, HtmlTable table, PageWriter page)
    {
        var html = page.Html;
        table.Cell(() =>
        {
            html.Element("span", one.Id, ("class", "id"));
            if (one.Says is { } says)
                html.Element("p", says, ("class", "says"));
        });
        table.Cell(() =>
        {
            page.Badge(page.Say($"State.{one.State}"), Overview.ColourOf(one.State));
            if (one.Promised.Length > 0)
                html.Open("p", ("class", "more")).Text(page.Say("PromisedBy", page.Words.List(
                    one.Promised.Select(keeper => page.Say($"Keeper.{keeper}"))))).Close("p");
        });
        table.Cell(() => Statements(one, page));
        table.Cell(() => Keepers(one, page));
        table.Cell(() => Tests(one, page));
    }

    private static void Statements(ClauseEntry one, PageWriter page)
    {
        if (one.Statements.IsEmpty)
        {
            page.None();
            return;
        }
        page.Html.Open("ul", ("class", "lines"));
        foreach (var section in one.Statements.GroupBy(statement => statement.Section))
            page.Html.Open("li").Element("span", section.Key, ("class", "section-name")).Text(" ")
                .Text(string.Join(", ", section.Select(statement => statement.Name).Where(name => name.Length > 0).Distinct())).Close("li");
        page.Html.Close("ul");
    }

    private static void Keepers(ClauseEntry one, PageWriter page)
    {
        if (one.Rules.IsEmpty && one.Operations.IsEmpty && one.Owners.IsEmpty)
        {
            if (one.State == ClauseState.KeptByPolicy)
                page.Html.Text(page.Say("ByPolicyCheck"));
            else
                page.None();
            return;
        }
        page.Html.Open("ul", ("class", "lines"));
        if (one.Rules.Length > 0)
        {
            page.Html.Open("li").Element("span", page.Say("ByRules"), ("class", "section-name")).Text(" ");
            foreach (var rule in one.Rules)
                page.Html.Element("a", rule, ("href", "#rule-" + rule), ("class", "rule")).Text(" ");
            page.Html.Close("li");
        }
        if (one.Operations.Length > 0)
            page.Html.Open("li").Element("span", page.Say("ByCode"), ("class", "section-name")).Text(" ")
                .Element("code", string.Join(", ", one.Operations)).Close("li");
        if (one.Owners.Length > 0)
            page.Html.Open("li").Element("span", page.Say("ByPeople"), ("class", "section-name")).Text(" ")
                .Text(string.Join(", ", one.Owners)).Close("li");
        page.Html.Close("ul");
    }

    private static void Tests(ClauseEntry one, PageWriter page)
    {
        if (one.CodeTests.IsEmpty && one.PolicyTests.IsEmpty)
        {
            page.None();
            return;
        }
        page.Html.Open("ul", ("class", "lines"));
        foreach (var test in one.CodeTests)
        {
            page.Html.Open("li", ("class", "test"));
            page.Badge(page.Say(test.Outcome.ToString()), test.Outcome == TestOutcome.Passed ? "good" : "bad");
            page.Html.Text(" ").Element("code", test.Name).Close("li");
        }
        if (one.PolicyTests.Length > 0)
            page.Html.Open("li").Text(page.Words.Count("Report.PolicyTests", one.PolicyTests.Length)).Text(" ")
                .Element("span", Places(one.PolicyTests), ("class", "place")).Close("li");
        page.Html.Close("ul");
    }

    // The file once, and its lines: ocis.tests.yaml:12, 34.
    private static string Places(ImmutableArray<string> tests) => string.Join("; ", tests
        .Select(place => place.Split(':')).GroupBy(parts => parts[0]).Select(same => $"{same.Key}:{string.Join(", ", same.Select(parts => parts[1]))}"));
}
