using PolicyAsCode.Reports.Model;

namespace PolicyAsCode.Reports.Html.Sections;

/// <summary>The map of data, as a picture; what it shows stands in the tables below too.</summary>
internal sealed class MapSection() : ReportSection("map")
{
    /// <inheritdoc/>
    public override bool Has(ReportedPolicy policy) => !policy.Map.Flows.IsEmpty;

    /// <inheritdoc/>
    public override void Write(ReportedPolicy policy, PageWriter page)
    {
        page.Paragraph(page.Say(policy.Map.IsGrouped ? "Map.IntroGroups" : "Map.Intro"));
        page.Html.Open("figure", ("class", "map")).Line()
            .Open("div", ("class", "wide"), ("tabindex", "0"), ("role", "group"), ("aria-label", page.Say("Map.Caption", policy.Title))).Line();
        MapPicture.Write(policy.Map, page);
        page.Html.Close("div").Line().Element("figcaption", page.Say("Map.Caption", policy.Title)).Close("figure").Line();
    }
}
