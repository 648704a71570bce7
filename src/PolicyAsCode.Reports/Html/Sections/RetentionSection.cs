using PolicyAsCode.Reports.Model;
using PolicyAsCode.Reports.Wording;

namespace PolicyAsCode.Reports.Html.Sections;

/// <summary>The retention calendar: what goes when, by the event from which its time counts.</summary>
internal sealed class RetentionSection() : ReportSection("retention")
{
    // From a day to a hundred years, by the logarithm: a day and ten years are both to be seen.
    private const double Longest = 36524;
    private const int Width = 200;

    /// <inheritdoc/>
    public override bool Has(ReportedPolicy policy) => !policy.Retention.IsEmpty;

    /// <inheritdoc/>
    public override void Write(ReportedPolicy policy, PageWriter page)
    {
        page.Paragraph(page.Say("Retention.Intro"));
        foreach (var group in policy.Retention)
        {
            var title = group.Anchor is { } anchor ? page.Say("Retention.After", ReportWords.Inside(anchor.Label)) : page.Say("Retention.Never");
            page.Html.Element("h3", title).Line();
            if (group.Anchor is null)
                page.Tags(group.Entries.Select(one => one.Category).Distinct(), "data");
            else
                Table(group, title, page);
        }
        if (policy.Holds.Length > 0)
            Holds(policy, page);
    }

    private static void Table(RetentionGroup group, string title, PageWriter page) =>
        HtmlTable.Write(page.Html, title,
            [page.Say("Column.Data"), page.Say("Column.Time"), page.Say("Column.Then"), page.Say("Column.Why")], table =>
            {
                foreach (var one in group.Entries)
                    table.Row(() =>
                    {
                        table.Cell(() =>
                        {
                            page.Html.Element("a", one.Category.Label, ("href", "#" + page.Id("data", one.Category.Key)));
                            if (one.Subjects.Length > 0)
                                page.Html.Text(" ").Element("span", page.Say("OfWhom", page.Words.List(one.Subjects)), ("class", "place"));
                        });
                        table.Cell(() => Time(one.Kept, page));
                        table.Cell(() => page.Lines([page.Words.Say($"Common.Then.{one.Kept.Then}"), one.Kept.Because ?? ""]));
                        table.Cell(() => page.Origin(one.Kept.Origin));
                    });
            }, "retention", isTitled: true);

    private static void Time(KeptEntry kept, PageWriter page)
    {
        var html = page.Html;
        html.Open("svg", ("class", "time"), ("viewBox", $"0 0 {ReportWords.Number(Width)} 12"), ("aria-hidden", "true"), ("focusable", "false"))
            .Open("rect", ("class", "rail"), ("x", "0"), ("y", "5"), ("width", ReportWords.Number(Width)), ("height", "2")).Close("rect");
        if (kept.AtMost is { } most)
            html.Open("rect", ("class", "most"), ("x", "0"), ("y", "2"), ("width", Length(most)), ("height", "8"), ("rx", "2")).Close("rect");
        if (kept.AtLeast is { } least)
            html.Open("rect", ("class", "least"), ("x", "0"), ("y", "2"), ("width", Length(least)), ("height", "8"), ("rx", "2")).Close("rect");
        html.Close("svg").Open("span", ("class", "said"));
        html.Text((kept.AtMost, kept.AtLeast) switch
        {
            ({ } longest, { } shortest) => page.Say("Time.Both", page.Words.Time(shortest), page.Words.Time(longest)),
            ({ } longest, null) => page.Say("Time.AtMost", page.Words.Time(longest)),
            (null, { } shortest) => page.Say("Time.AtLeast", page.Words.Time(shortest)),
            _ => "",
        });
        html.Close("span");
    }

    private static string Length(Duration duration) => ReportWords.Number(
        (int)Math.Max(4, Math.Min(Width, Math.Log(1 + KeptEntry.DaysOf(duration)) / Math.Log(1 + Longest) * Width)));

    private static void Holds(ReportedPolicy policy, PageWriter page)
    {
        page.Html.Element("h3", page.Say("Holds")).Line();
        HtmlTable.Write(page.Html, page.Say("Holds"),
        [
            page.Say("Column.Hold"), page.Say("Column.Data"), page.Say("Column.Because"), page.Say("Column.Owner"),
            page.Say("Column.Review"), page.Say("Column.Why"),
        ], table =>
        {
            foreach (var one in policy.Holds)
                table.Row(() =>
                {
                    table.Cell(one.Name);
                    table.Cell(() => page.Tags(one.Categories));
                    table.Cell(() => page.Lines([one.Because ?? ""]));
                    table.Cell(() => page.Lines([one.Owner ?? ""]));
                    table.Cell(() => page.Day(one.ReviewBy, null));
                    table.Cell(() => page.Origin(one.Origin));
                });
        }, isTitled: true);
    }
}
