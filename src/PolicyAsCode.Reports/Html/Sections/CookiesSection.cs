using PolicyAsCode.Reports.Model;
using PolicyAsCode.Reports.Wording;

namespace PolicyAsCode.Reports.Html.Sections;

/// <summary>Cookies and other trackers.</summary>
internal sealed class CookiesSection() : ReportSection("cookies")
{
    /// <inheritdoc/>
    public override bool Has(ReportedPolicy policy) => !policy.Cookies.IsEmpty;

    /// <inheritdoc/>
    public override void Write(ReportedPolicy policy, PageWriter page) =>
        HtmlTable.Write(page.Html, page.Say("Cookies.Caption", policy.Title),
        [
            page.Say("Column.Cookie"), page.Say("Column.Purposes"), page.Say("Column.Consent"), page.Say("Column.Stays"),
            page.Say("Column.Reader"), page.Say("Column.Refuse"),
        ], table =>
        {
            foreach (var one in policy.Cookies)
                table.Row(() =>
                {
                    table.Cell(() =>
                    {
                        page.Html.Element("code", one.Name).Text(" ");
                        if (one.IsTracker)
                            page.Badge(page.Say("Cookies.Tracker"), "calm");
                        page.Origin(one.Origin);
                    });
                    table.Cell(() => page.Tags(one.Purposes, "register"));
                    table.Cell(() => page.Lines(
                    [
                        one.IsEssential ? page.Say("Cookies.Essential")
                            : one.After is { } gate ? page.Words.Say("Common.After", ReportWords.Inside(gate.Label)) : "",
                    ]));
                    table.Cell(() => page.Lines([one.Kept ?? ""]));
                    table.Cell(() => page.Lines([one.Recipient?.Label ?? ""]));
                    table.Cell(() => page.Lines([page.Words.List(one.Refusable)]));
                });
        });
}
