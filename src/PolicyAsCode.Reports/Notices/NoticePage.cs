using PolicyAsCode.Reports.Html;
using PolicyAsCode.Reports.Wording;

namespace PolicyAsCode.Reports.Notices;

/// <summary>A notice as a page that opens by itself and is read anywhere: no script, no picture.</summary>
internal static class NoticePage
{
    /// <summary>The page.</summary>
    public static string Write(NoticeDocument notice)
    {
        var words = new ReportWords(notice.Language);
        var anchored = new HashSet<string>(StringComparer.Ordinal);
        return HtmlDocument.Write(words.Code, notice.Title, "notice.css", script: null, html =>
        {
            html.Open("main").Line().Element("h1", notice.Title).Line();
            foreach (var lead in notice.Lead)
                html.Element("p", lead, ("class", "lead")).Line();
            if (notice.Sections.Length > 2)
                Contents(notice, html, words);
            foreach (var section in notice.Sections)
            {
                html.Open("section", ("aria-labelledby", section.Id)).Line().Element("h2", section.Heading, ("id", section.Id)).Line()
                    .Open("ul").Line();
                foreach (var one in section.Statements)
                    Statement(one, html, anchored);
                html.Close("ul").Line().Close("section").Line();
            }
            html.Close("main").Line();
        });
    }

    private static void Contents(NoticeDocument notice, HtmlText html, ReportWords words)
    {
        html.Open("nav", ("aria-label", words.Say("Report.Contents"))).Open("ul").Line();
        foreach (var section in notice.Sections)
            html.Open("li").Element("a", section.Heading, ("href", "#" + section.Id)).Close("li").Line();
        html.Close("ul").Close("nav").Line();
    }

    // The first statement of a clause is where its id leads.
    private static void Statement(NoticeStatement one, HtmlText html, HashSet<string> anchored)
    {
        html.Open("li").Element("p", one.Text);
        foreach (var more in one.More)
            html.Element("p", more, ("class", "more"));
        if (one.Clauses.Length > 0)
        {
            html.Open("p", ("class", "clauses"));
            foreach (var clause in one.Clauses)
                html.Element("span", clause, ("id", anchored.Add(clause) ? Anchor(clause) : null)).Text(" ");
            html.Close("p");
        }
        html.Close("li").Line();
    }

    private static string Anchor(string clause) => string.Concat(clause.Select(one =>
        char.IsLetterOrDigit(one) || one is '-' or '.' or '_' ? one : '_'));
}
