using PolicyAsCode.Reports.Model;

namespace PolicyAsCode.Reports.Html.Sections;

/// <summary>What must never happen, and how data is protected.</summary>
internal sealed class GuardsSection() : ReportSection("guards")
{
    /// <inheritdoc/>
    public override bool Has(ReportedPolicy policy) => !policy.Never.IsEmpty || !policy.Protections.IsEmpty;

    /// <inheritdoc/>
    public override void Write(ReportedPolicy policy, PageWriter page)
    {
        List(policy.Never, page.Say("Never"), "never", page);
        List(policy.Protections, page.Say("Protections"), "protections", page);
    }

    private static void List(ImmutableArray<SaidEntry> entries, string title, string kind, PageWriter page)
    {
        if (entries.IsEmpty)
            return;
        page.Html.Element("h3", title).Line().Open("ul", ("class", $"said {kind}")).Line();
        foreach (var one in entries)
        {
            page.Html.Open("li", ("class", "found-row")).Element("span", one.Says).Text(" ");
            page.Origin(one.Origin);
            page.Html.Close("li").Line();
        }
        page.Html.Close("ul").Line();
    }
}
