using PolicyAsCode.Reports.Model;
using PolicyAsCode.Reports.Wording;

namespace PolicyAsCode.Reports.Html.Sections;

/// <summary>What no clause promises, and the controller decided.</summary>
internal sealed class DecisionsSection() : ReportSection("decisions")
{
    /// <inheritdoc/>
    public override bool Has(ReportedPolicy policy) => !policy.Decisions.IsEmpty;

    /// <inheritdoc/>
    public override void Write(ReportedPolicy policy, PageWriter page)
    {
        page.Paragraph(page.Say("Decisions.Intro"));
        page.Html.Open("dl", ("class", "pairs")).Line();
        foreach (var one in policy.Decisions)
            page.Html.Open("div", ("class", "found-row")).Element("dt", one.Section)
                .Element("dd", one.Names.IsEmpty ? page.Say("Decisions.Whole") : string.Join(", ", one.Names)).Close("div").Line();
        page.Html.Close("dl").Line();
    }
}
