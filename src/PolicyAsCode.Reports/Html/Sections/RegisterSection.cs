using PolicyAsCode.Reports.Model;

namespace PolicyAsCode.Reports.Html.Sections;

/// <summary>The register of processing, as GDPR Art. 30 and UU PDP art. 31 want it.</summary>
internal sealed class RegisterSection() : ReportSection("register")
{
    /// <inheritdoc/>
    public override bool Has(ReportedPolicy policy) => !policy.Register.IsEmpty;

    /// <inheritdoc/>
    public override void Write(ReportedPolicy policy, PageWriter page)
    {
        page.Paragraph(page.Say("Register.Intro"));
        page.GeneralProtections();
        Controller(policy.Controller, page);
        HtmlTable.Write(page.Html, page.Say("Register.Caption", policy.Title),
        [
            page.Say("Column.Purpose"), page.Say("Column.Of"), page.Say("Column.Categories"), page.Say("Column.Transfers"),
            page.Say("Column.Retention"), page.Say("Column.Security"),
        ], table =>
        {
            foreach (var one in policy.Register)
                table.Row(() => Row(one, table, page), page.Id("register", one.Purpose.Key));
        }, "register");
    }

    private static void Controller(Controller controller, PageWriter page)
    {
        page.Html.Element("h3", page.Say("Register.Controller")).Line().Open("dl", ("class", "pairs")).Line();
        Pair("Name", controller.Name);
        Pair("Address", controller.Address);
        Pair("Country", controller.Region is { } region ? page.Words.Region(region).Label : null);
        Pair("Email", controller.Email);
        Pair("Phone", controller.Phone);
        Pair("Officer", controller.Officer);
        Pair("Representative", controller.Representative);
        Pair("Breach", controller.BreachContact);
        Pair("TimeZone", controller.TimeZone);
        page.Html.Close("dl").Line();

        void Pair(string name, string? value)
        {
            if (value is not null)
                page.Html.Open("div").Element("dt", page.Say("Controller." + name)).Element("dd", value).Close("div").Line();
        }
    }

    // Who gets it, and for those that say so, where and by which safeguard.
    private static void Recipients(RegisterEntry one, PageWriter page)
    {
        if (one.Recipients.IsEmpty)
        {
            page.None();
            return;
        }
        page.Html.Open("ul", ("class", "lines"));
        foreach (var recipient in one.Recipients)
        {
            page.Html.Open("li").Element("a", recipient.Recipient.Label, ("href", "#" + page.Id("recipient", recipient.Recipient.Key)));
            if (recipient.Where is { } where)
                page.Html.Text($": {where}");
            page.Html.Close("li");
        }
        page.Html.Close("ul");
    }

    private static void Row(RegisterEntry one, HtmlTable table, PageWriter page)
    {
        table.Cell(() =>
        {
            page.Html.Text(one.Purpose.Label).Open("div", ("class", "more"));
            page.Lines([page.Say("Register.Basis", one.Basis?.Label ?? page.Say("NotSaid")), one.Interest ?? "", .. one.Conditions]);
            page.Html.Close("div");
            page.Origin(one.Origin);
        });
        table.Cell(() => page.Tags(one.Subjects));
        table.Cell(() => page.Tags(one.Categories, "data"));
        table.Cell(() => Recipients(one, page));
        table.Cell(() => page.Lines(one.Retention.Select(time =>
            page.Say("Register.Time", time.Says, page.Words.List(time.Categories)))));
        table.Cell(() => page.Protections(one.Protections));
    }
}
