using PolicyAsCode.Reports.Model;
using PolicyAsCode.Reports.Wording;

namespace PolicyAsCode.Reports.Html.Sections;

/// <summary>Who gets data: what, in which form, for what, where, under which contract.</summary>
internal sealed class RecipientsSection() : ReportSection("recipients")
{
    /// <inheritdoc/>
    public override void Write(ReportedPolicy policy, PageWriter page)
    {
        if (policy.Recipients.IsEmpty)
        {
            page.Paragraph(page.Say("Recipients.None"), "good-news");
            return;
        }
        HtmlTable.Write(page.Html, page.Say("Recipients.Caption", policy.Title),
        [
            page.Say("Column.Recipient"), page.Say("Column.Gets"), page.Say("Column.Purposes"), page.Say("Column.Where"),
            page.Say("Column.Conditions"),
        ], table =>
        {
            foreach (var one in policy.Recipients)
                table.Row(() => Row(one, table, page), page.Id("recipient", one.Recipient.Key));
        });
    }

    private static void Row(RecipientEntry one, HtmlTable table, PageWriter page)
    {
        table.Cell(() =>
        {
            page.Html.Text(one.Recipient.Label);
            if (one.Role is { } role)
                page.Html.Open("div", ("class", "more")).Text(ReportWords.First(role.Label)).Close("div");
            page.Origin(one.Origin);
        });
        table.Cell(() =>
        {
            page.Tags(one.Receives);
            if (one.Form.Key != "raw")
                page.Html.Open("div", ("class", "more")).Text(ReportWords.First(page.Words.Say("Common.OnlyInForm", one.Form.Label))).Close("div");
        });
        table.Cell(() => page.Tags(one.Purposes, "register"));
        table.Cell(() => page.Lines(
            [page.Words.List(one.Regions.Select(region => region.Label)), one.Safeguard is { } safe ? page.Say("By", safe.Label) : ""]));
        table.Cell(() => page.Lines([one.Contract is { } contract ? page.Say("Contract", contract) : "", .. one.Conditions]));
    }
}
