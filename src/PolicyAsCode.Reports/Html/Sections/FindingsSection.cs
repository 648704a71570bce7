using PolicyAsCode.Reports.Model;
using PolicyAsCode.Reports.Wording;

namespace PolicyAsCode.Reports.Html.Sections;

/// <summary>What wants a look: gaps, mistakes, statements that nothing is about, tests that failed, notes.</summary>
internal sealed class FindingsSection() : ReportSection("findings")
{
    /// <inheritdoc/>
    public override void Write(ReportedPolicy policy, PageWriter page)
    {
        if (policy.Findings.IsEmpty)
        {
            page.Paragraph(page.Say("Findings.None"), "good-news");
            return;
        }
        page.Paragraph(page.Say("Findings.Intro"));
        foreach (var kind in policy.Findings.GroupBy(one => one.Kind).OrderBy(same => same.Key))
        {
            page.Html.Element("h3", page.Say($"Findings.{kind.Key}")).Line();
            page.Paragraph(page.Say($"Findings.{kind.Key}.Means"), "means");
            page.Html.Open("ul", ("class", "findings")).Line();
            foreach (var one in kind)
                Finding(one, page);
            page.Html.Close("ul").Line();
        }
    }

    private static void Finding(FindingEntry one, PageWriter page)
    {
        page.Html.Open("li", ("class", "found-row"));
        page.Badge(page.Words.Word("Severity", one.Severity).Label, one.Severity switch
        {
            PolicySeverity.Error => "bad",
            PolicySeverity.Warning => "warn",
            _ => "calm",
        });
        page.Html.Open("div").Element("p", one.Says).Open("p", ("class", "origin"));
        if (one.Kind is FindingKind.Gap or FindingKind.FailedTest)
            page.Html.Element("a", one.Rule, ("href", "#" + page.Id("clause", one.Rule)));
        else
            page.Html.Element("span", one.Rule);
        if (one.File.Length > 0)
            page.Html.Text(" ").Element("span", $"{one.File}:{ReportWords.Number(one.Line)}", ("class", "place"));
        page.Html.Close("p").Close("div").Close("li").Line();
    }
}
