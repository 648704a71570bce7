using PolicyAsCode.Reports.Model;
using PolicyAsCode.Reports.Wording;

namespace PolicyAsCode.Reports.Html.Sections;

/// <summary>Which data is collected, of whom, for what, how long, and which code holds it.</summary>
internal sealed class DataSection() : ReportSection("data")
{
    /// <inheritdoc/>
    public override void Write(ReportedPolicy policy, PageWriter page)
    {
        if (policy.Data.IsEmpty)
            page.Paragraph(page.Say("Data.None"), "good-news");
        else
            Table(policy, page);
        if (policy.NonPersonal.IsEmpty)
            return;
        page.Html.Element("h3", page.Say("Data.NonPersonal")).Line();
        HtmlTable.Write(page.Html, page.Say("Data.NonPersonal"),
            [page.Say("Column.Data"), page.Say("Column.Says"), page.Say("Column.Purposes"), page.Say("Column.Why")], table =>
            {
                foreach (var one in policy.NonPersonal)
                    table.Row(() =>
                    {
                        table.Cell(one.Name);
                        table.Cell(one.Says ?? "–");
                        table.Cell(() => page.Tags(one.Purposes, "register"));
                        table.Cell(() => page.Origin(one.Origin));
                    });
            }, isTitled: true);
    }

    private static void Table(ReportedPolicy policy, PageWriter page)
    {
        var columns = new List<string> { "Data", "Of", "Collected", "Purposes", "Recipients", "Kept", "Protected" };
        if (page.Report.HasCode)
            columns.Add("Code");
        page.GeneralProtections();
        var known = new HashSet<string>(StringComparer.Ordinal);
        HtmlTable.Write(page.Html, page.Say("Data.Caption", policy.Title), [.. columns.Select(one => page.Say("Column." + one))], table =>
        {
            foreach (var one in policy.Data)
                table.Row(() => Row(one, table, page), known.Add(one.Category.Key) ? page.Id("data", one.Category.Key) : null);
        });
    }

    private static void Row(DataEntry one, HtmlTable table, PageWriter page)
    {
        table.Cell(() =>
        {
            page.Html.Text(one.Category.Label).Text(" ").Element("code", one.Category.Key);
            if (one.IsSpecial)
                page.Badge(page.Say("Special"), "warn");
            if (one.IsOptional)
                page.Badge(page.Say("Optional"), "calm");
            page.Origin(one.Origin);
        });
        table.Cell(() => page.Tags(one.Subjects));
        table.Cell(() => page.Tags(one.Sources));
        table.Cell(() => page.Tags(one.Purposes, "register"));
        table.Cell(() => page.Tags(one.Recipients, "recipient"));
        table.Cell(() => page.Lines([one.Kept?.Says ?? "", one.Kept?.Because ?? ""]));
        table.Cell(() => page.Protections(one.Protections));
        if (page.Report.HasCode)
            table.Cell(() => Code(one, page));
    }

    private static void Code(DataEntry one, PageWriter page)
    {
        if (one.HeldIn.IsEmpty)
        {
            page.None();
            return;
        }
        page.Html.Open("ul", ("class", "lines"));
        foreach (var held in one.HeldIn)
        {
            page.Html.Open("li").Element("code", held.Member);
            if (held.IsStored)
                page.Html.Text(" ").Element("span", page.Say("Stored"), ("class", "place"));
            page.Html.Close("li");
        }
        page.Html.Close("ul");
    }
}
