using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Formatting;

/// <summary>Writes a file in the style of the house.</summary>
internal sealed class LayoutWriter(SourceText source)
{
    /// <summary>The longest line, without the comment behind it.</summary>
    public const int Width = 120;

    private const int Step = 2;
    private const int SmallestGap = 2;

    private readonly List<string> _lines = [];

    /// <summary>The lines of a file.</summary>
    /// <param name="root">The file.</param>
    /// <param name="header">Comments above everything.</param>
    /// <param name="isSection">Whether a key of the file's own starts a section, with a blank line above it.</param>
    public IReadOnlyList<string> Write(Layout root, List<string?> header, Func<string, bool> isSection)
    {
        Comments(header, 0);
        foreach (var entry in root.Entries)
        {
            if (_lines.Count > 0 && isSection(entry.Key!.Value) && (entry.Before.Count == 0 || entry.Before[0] is not null))
                entry.Before.Insert(0, null);
            Entry(entry, 0);
        }
        Comments(root.Tail, 0);
        return _lines;
    }

    private void Block(Layout layout, int indent)
    {
        foreach (var entry in layout.Entries)
            if (entry.Key is null)
                Item(entry, indent);
            else
                Entry(entry, indent);
        Comments(layout.Tail, indent);
    }

    private void Entry(LayoutEntry entry, int indent)
    {
        Comments(entry.Before, indent);
        Value($"{Blanks(indent)}{WordText.OnOneLine(entry.Key!, source)}:", entry, indent);
    }

    private void Item(LayoutEntry item, int indent)
    {
        Comments(item.Before, indent);
        if (item.Value.Node is ScalarNode || FitsOneLine(item.Value, indent + Step))
        {
            Value($"{Blanks(indent)}-", item, indent);
            return;
        }

        // '- ' and the first entry share a line, so what stands above that entry stands above both.
        for (var first = item.Value.Entries[0]; ; first = first.Value.Entries[0])
        {
            Comments(first.Before, indent);
            first.Before.Clear();
            if (first.Key is not null || first.Value.Entries.Count == 0)
                break;
        }
        if (item.Behind is not null)
            Comments([item.Behind.Text], indent);
        var start = _lines.Count;
        Block(item.Value, indent + Step);
        _lines[start] = $"{Blanks(indent)}- {_lines[start].Substring(indent + Step)}";
    }

    private void Value(string head, LayoutEntry entry, int indent)
    {
        switch (entry.Value.Node)
        {
            case ScalarNode word when IsBlockText(word):
                BlockText(head, word, entry, indent);
                break;
            case ScalarNode word when IsSpread(word):
                Spread(head, word, entry, indent);
                break;
            case ScalarNode word:
                Line(word.IsMissing ? head : $"{head} {WordText.OnOneLine(word, source)}", entry.BehindKey, entry.Behind);
                break;
            case var _ when FitsOneLine(entry.Value, head.Length + 1):
                Line($"{head} {OneLine(entry.Value)}", entry.BehindKey, entry.Behind);
                break;
            case SequenceNode when entry.Value.IsFlow && !entry.Value.HasComments && IsListOfWords(entry.Value):
                Filled(head, entry, indent);
                break;
            default:
                Line(head, entry.BehindKey, entry.Behind);
                Block(entry.Value, indent + Step);
                break;
        }
    }

    // A comment that finds no room behind the line stands above it.
    private void Line(string text, Comment? first, Comment? second = null)
    {
        if (first is not null && second is not null)
            _lines.Add(Blanks(Depth(text)) + first.Text);
        var behind = second ?? first;
        _lines.Add(behind is null ? text : $"{text}{Blanks(Math.Max(SmallestGap, behind.Gap))}{behind.Text}");
    }

    private void Comments(List<string?> comments, int indent)
    {
        foreach (var comment in comments)
            if (comment is not null)
                _lines.Add(Blanks(indent) + comment);
            else if (_lines.Count > 0 && _lines[_lines.Count - 1].Length > 0)
                _lines.Add("");
    }

    private bool FitsOneLine(Layout layout, int column) =>
        (layout.IsFlow || layout.Entries.Count == 0) && !layout.HasComments && !HasMissing(layout)
        && column + OneLine(layout).Length <= Width;

    private static bool HasMissing(Layout layout) => layout.Entries.Exists(entry =>
        entry.Value.Node is ScalarNode { IsMissing: true } || HasMissing(entry.Value));

    private string OneLine(Layout layout) => layout.Node switch
    {
        ScalarNode word => WordText.OnOneLine(word, source),
        SequenceNode => $"[{string.Join(", ", layout.Entries.Select(item => OneLine(item.Value)))}]",
        _ when layout.Entries.Count == 0 => "{}",
        _ => $"{{ {string.Join(", ", layout.Entries.Select(entry =>
            $"{WordText.OnOneLine(entry.Key!, source)}: {OneLine(entry.Value)}"))} }}",
    };

    private static bool IsListOfWords(Layout list) =>
        list.Entries.TrueForAll(item => item.Value.Node is ScalarNode { IsMissing: false });

    // A list of words that is too long for a line goes on below its key.
    private void Filled(string head, LayoutEntry entry, int indent)
    {
        var items = entry.Value.Entries.ConvertAll(item => WordText.OnOneLine((ScalarNode)item.Value.Node, source));
        var line = $"{head} [{items[0]}";
        for (var i = 1; i < items.Count; i++)
        {
            // One more for the ',' or ']' behind it.
            if (line.Length + 2 + items[i].Length + 1 <= Width)
            {
                line += $", {items[i]}";
                continue;
            }
            _lines.Add(line + ",");
            line = Blanks(indent + Step) + items[i];
        }
        Line(line + "]", entry.BehindKey, entry.Behind);
    }

    private bool IsBlockText(ScalarNode word) =>
        source.StyleOf(word) is '|' or '>' && !FirstLine(source.Written(word)).Any(char.IsDigit);

    private void BlockText(string head, ScalarNode word, LayoutEntry entry, int indent)
    {
        var lines = Lines(source.Written(word));
        Line($"{head} {FirstLine(lines[0])}", entry.BehindKey, entry.Behind);
        var depth = lines.Skip(1).Where(line => line.Trim().Length > 0).Select(Depth).FirstOrDefault();
        foreach (var line in lines.Skip(1))
            _lines.Add(line.Trim().Length == 0 && line.Length <= depth
                ? "" : Blanks(indent + Step) + line.Substring(Math.Min(depth, line.Length)));
    }

    // A text that its writer spread over several lines stays so.
    private bool IsSpread(ScalarNode word) =>
        source.StyleOf(word) is not ('|' or '>') && !word.IsMissing && Lines(source.Written(word)).Length > 1;

    private void Spread(string head, ScalarNode word, LayoutEntry entry, int indent)
    {
        var lines = Lines(source.Written(word));
        Line($"{head} {lines[0]}".TrimEnd(), entry.BehindKey);
        for (var i = 1; i < lines.Length; i++)
        {
            var line = lines[i].TrimStart(' ', '\t');
            if (i + 1 == lines.Length)
                Line(Blanks(indent + Step) + line, entry.Behind);
            else
                _lines.Add(line.Trim().Length == 0 ? "" : Blanks(indent + Step) + line.TrimEnd(' ', '\t'));
        }
    }

    private static string FirstLine(string written)
    {
        var line = Lines(written)[0];
        var comment = line.IndexOf('#');
        return (comment < 0 ? line : line.Substring(0, comment)).TrimEnd();
    }

    private static string[] Lines(string text) => text.Replace("\r\n", "\n").Split('\n', '\r', '\u0085', '\u2028', '\u2029');

    private static int Depth(string line) => line.Length - line.TrimStart(' ').Length;

    private static string Blanks(int count) => new(' ', count);
}
