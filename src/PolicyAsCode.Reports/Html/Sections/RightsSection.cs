using PolicyAsCode.Reports.Model;
using PolicyAsCode.Reports.Wording;

namespace PolicyAsCode.Reports.Html.Sections;

/// <summary>What people can ask for, within which time, and how it goes.</summary>
internal sealed class RightsSection() : ReportSection("rights")
{
    /// <inheritdoc/>
    public override bool Has(ReportedPolicy policy) => !policy.Rights.IsEmpty;

    /// <inheritdoc/>
    public override void Write(ReportedPolicy policy, PageWriter page) =>
        HtmlTable.Write(page.Html, page.Say("Rights.Caption", policy.Title),
        [
            page.Say("Column.Right"), page.Say("Column.Within"), page.Say("Column.Law"), page.Say("Column.Channels"),
            page.Say("Column.Steps"),
        ], table =>
        {
            foreach (var one in policy.Rights)
                table.Row(() =>
                {
                    table.Cell(() =>
                    {
                        page.Html.Text(one.Right.Label);
                        page.Origin(one.Origin);
                    });
                    table.Cell(() => page.Lines([one.Time, one.Promised is { } promised ? page.Say("Promised", promised) : ""]));
                    table.Cell(() => page.Lines(one.Laws));
                    table.Cell(() => page.Lines([page.Words.List(one.Channels)]));
                    table.Cell(() => page.Lines(
                        [.. one.Steps, one.People.IsEmpty ? "" : page.Say("PromisedTo", page.Words.List(one.People.Select(who => who.Label)))]));
                });
        });
}
