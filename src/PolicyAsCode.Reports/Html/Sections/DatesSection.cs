using PolicyAsCode.Reports.Model;
using PolicyAsCode.Reports.Wording;

namespace PolicyAsCode.Reports.Html.Sections;

/// <summary>What is due when: reviews, waivers, what people see to.</summary>
internal sealed class DatesSection() : ReportSection("dates")
{
    /// <inheritdoc/>
    public override bool Has(ReportedPolicy policy) =>
        !policy.Due.IsEmpty || !policy.Measures.IsEmpty || !policy.Waivers.IsEmpty;

    /// <inheritdoc/>
    public override void Write(ReportedPolicy policy, PageWriter page)
    {
        Due(policy, page);
        Measures(policy, page);
        Waivers(policy, page);
    }

    private static void Due(ReportedPolicy policy, PageWriter page)
    {
        if (policy.Due.IsEmpty)
            return;
        page.Html.Element("h3", page.Say("Due")).Line().Open("ol", ("class", "due")).Line();
        foreach (var one in policy.Due)
        {
            page.Html.Open("li", ("class", "found-row")).Open("span", ("class", "when"));
            page.Day(one.Day, one.DaysLeft);
            page.Html.Close("span").Open("span").Text(one.What);
            if (one.Owner is { } owner)
                page.Html.Text(" ").Element("span", owner, ("class", "place"));
            page.Html.Close("span").Close("li").Line();
        }
        page.Html.Close("ol").Line();
    }

    private static void Measures(ReportedPolicy policy, PageWriter page)
    {
        if (policy.Measures.IsEmpty)
            return;
        page.Html.Element("h3", page.Say("Measures")).Line();
        HtmlTable.Write(page.Html, page.Say("Measures"),
            [page.Say("Column.Measure"), page.Say("Column.Owner"), page.Say("Column.Review"), page.Say("Column.Keeps"), page.Say("Column.Why")], table =>
            {
                foreach (var one in policy.Measures)
                    table.Row(() =>
                    {
                        table.Cell(one.Measure);
                        table.Cell(() => page.Lines([one.Owner ?? ""]));
                        table.Cell(() => page.Day(one.ReviewBy, one.DaysLeft));
                        table.Cell(() => page.Lines(one.Keeps));
                        table.Cell(() => page.Origin(one.Origin));
                    });
            }, isTitled: true);
    }

    private static void Waivers(ReportedPolicy policy, PageWriter page)
    {
        page.Html.Element("h3", page.Say("Waivers")).Line();
        if (policy.Waivers.IsEmpty)
        {
            page.Paragraph(page.Say("Waivers.None"), "good-news");
            return;
        }
        HtmlTable.Write(page.Html, page.Say("Waivers"),
        [
            page.Say("Column.Rule"), page.Say("Column.At"), page.Say("Column.Because"), page.Say("Column.Approved"),
            page.Say("Column.Until"), page.Say("Column.Why"),
        ], table =>
        {
            foreach (var one in policy.Waivers)
                table.Row(() =>
                {
                    table.Cell(() => page.Html.Element("a", one.Rule, ("href", "#rule-" + one.Rule)));
                    table.Cell(() => page.Html.Element("code", one.At));
                    table.Cell(() => page.Lines([one.Because, one.Kind?.Label ?? "", one.Ticket ?? ""]));
                    table.Cell(one.ApprovedBy);
                    table.Cell(() => page.Day(one.Until, one.DaysLeft));
                    table.Cell(() => page.Html.Element("span", $"{one.Origin.File}:{ReportWords.Number(one.Origin.Line)}", ("class", "place")));
                });
        }, isTitled: true);
    }
}
