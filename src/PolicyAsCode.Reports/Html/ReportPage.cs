using PolicyAsCode.Reports.Html.Sections;
using PolicyAsCode.Reports.Model;
using PolicyAsCode.Reports.Wording;

namespace PolicyAsCode.Reports.Html;

/// <summary>The report as one page that opens by itself.</summary>
internal static class ReportPage
{
    // In the order of the page.
    private static readonly ReportSection[] s_sections =
    [
        new MapSection(), new FindingsSection(), new DataSection(), new RegisterSection(), new RecipientsSection(),
        new RetentionSection(), new RightsSection(), new CookiesSection(), new GuardsSection(), new ClausesSection(),
        new DecisionsSection(), new DatesSection(),
    ];

    /// <summary>The page.</summary>
    public static string Write(PrivacyReport report)
    {
        var words = new ReportWords(report.Language);
        var title = words.Say("Report.PageTitle", words.List(report.Policies.Select(policy => policy.Title)));
        return HtmlDocument.Write(words.Code, title, "page.css", "page.js", html =>
        {
            html.Element("a", words.Say("Report.Skip"), ("class", "skip"), ("href", "#content")).Line();
            var pages = report.Policies.Select(policy => (
                Policy: policy,
                Page: new PageWriter(html, words, report, policy, report.Policies.Length == 1 ? "" : policy.Name + "-"))).ToArray();
            Navigation(pages, html, words);
            html.Open("main", ("id", "content"), ("tabindex", "-1")).Line();
            foreach (var (policy, page) in pages)
                Policy(policy, page, pages.Length == 1);
            About(report, html, words);
            html.Close("main").Line();
        });
    }

    private static void Navigation((ReportedPolicy Policy, PageWriter Page)[] pages, HtmlText html, ReportWords words)
    {
        html.Open("header", ("class", "side")).Line()
            .Element("p", words.Say("Report.Kind"), ("class", "brand")).Line()
            .Open("div", ("class", "search"), ("role", "search"), ("hidden", ""), ("data-script", ""))
            .Element("label", words.Say("Report.Search"), ("for", "search"))
            .Open("input", ("id", "search"), ("type", "search"), ("autocomplete", "off"), ("placeholder", words.Say("Report.SearchHint")))
            .Element("p", "", ("id", "found"), ("class", "found"), ("role", "status"), ("data-none", words.Say("Report.FoundNone")),
                ("data-many", words.Say("Report.Found", "#")))
            .Close("div").Line()
            .Open("nav", ("aria-label", words.Say("Report.Contents"))).Line();
        foreach (var (policy, page) in pages)
        {
            if (pages.Length > 1)
                html.Element("p", policy.Title, ("class", "of"));
            html.Open("ul").Line();
            foreach (var section in s_sections.Where(section => section.Has(policy)))
            {
                html.Open("li").Open("a", ("href", "#" + page.Id(section.Id))).Text(page.Say($"Section.{section.Id}"));
                // Notes fail nothing, and are not counted.
                if (section is FindingsSection && policy.Findings.Count(one => one.Severity != PolicySeverity.Observe) is > 0 and var count)
                    html.Text(" ").Element("span", ReportWords.Number(count), ("class", "count"));
                html.Close("a").Close("li").Line();
            }
            html.Close("ul").Line();
        }
        html.Close("nav").Line().Close("header").Line();
    }

    private static void Policy(ReportedPolicy policy, PageWriter page, bool isAlone)
    {
        page.Html.Open("article", ("id", isAlone ? null : page.Id("policy"))).Line();
        Overview.Write(policy, page);
        foreach (var section in s_sections.Where(section => section.Has(policy)))
        {
            var id = page.Id(section.Id);
            page.Html.Open("section", ("id", id), ("aria-labelledby", id + "-title"), ("class", "part")).Line()
                .Element("h2", page.Say($"Section.{section.Id}"), ("id", id + "-title")).Line();
            section.Write(policy, page);
            page.Html.Close("section").Line();
        }
        page.Html.Close("article").Line();
    }

    private static void About(PrivacyReport report, HtmlText html, ReportWords words)
    {
        html.Open("section", ("class", "part about"), ("aria-labelledby", "about-title")).Line()
            .Element("h2", words.Say("Report.Section.about"), ("id", "about-title")).Line();
        foreach (var key in new[] { "Origin", report.HasCode ? "Code" : "NoCode", report.HasResults ? "Results" : "NoResults" })
            html.Element("p", words.Say($"Report.About.{key}")).Line();
        html.Element("p", report.AsOf is { } day ? words.Say("Report.About.AsOf", words.Day(day)) : words.Say("Report.About.NoDay")).Line();
        if (report.Rules.Length > 0)
        {
            html.Element("h3", words.Say("Report.About.Rules")).Line().Open("dl", ("class", "rules")).Line();
            foreach (var rule in report.Rules)
                html.Open("div", ("id", "rule-" + rule.Key)).Element("dt", rule.Key).Element("dd", rule.Label).Close("div").Line();
            html.Close("dl").Line();
        }
        html.Close("section").Line();
    }
}
