using PolicyAsCode.Reports.Text;

namespace PolicyAsCode.Reports.Notices;

/// <summary>A notice as Markdown; each clause is an anchor at the first statement that states it.</summary>
internal static class NoticeMarkdown
{
    /// <summary>The notice.</summary>
    public static string Write(NoticeDocument notice)
    {
        var anchored = new HashSet<string>(StringComparer.Ordinal);
        var text = new MarkdownText().Heading(1, notice.Title);
        foreach (var lead in notice.Lead)
            text.Paragraph(lead);
        foreach (var section in notice.Sections)
        {
            text.Heading(2, section.Heading);
            foreach (var one in section.Statements)
            {
                text.Own("- ");
                foreach (var clause in one.Clauses)
                    if (anchored.Add(clause))
                        text.Own($"<a id=\"{string.Concat(clause.Where(letter => char.IsLetterOrDigit(letter) || letter is '-' or '.' or '_'))}\"></a>");
                text.Own(MarkdownText.Plain(one.Text));
                foreach (var more in one.More.Where(_ => !one.HasList))
                    text.Own(" ").Own(MarkdownText.Plain(more));
                if (one.Clauses.Length > 0)
                    text.Own($" ({MarkdownText.Plain(string.Join(", ", one.Clauses))})");
                text.Own("\n");
                foreach (var more in one.More.Where(_ => one.HasList))
                    text.Own("  - ").Own(MarkdownText.Plain(more)).Own("\n");
            }
        }
        return text.ToString();
    }
}
