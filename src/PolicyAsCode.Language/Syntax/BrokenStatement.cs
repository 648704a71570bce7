using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Syntax;

/// <summary>The statement that a mistake of syntax is in, to be left out so that the rest can be read.</summary>
/// <param name="FirstLine">Its first line.</param>
/// <param name="LastLine">Its last line: the next one has a key that is indented no deeper.</param>
/// <param name="Indent">How deep its first line is indented; without end for a tab.</param>
/// <param name="Range">Where the mistake is shown.</param>
/// <param name="Message">What is wrong and what would mend it.</param>
internal sealed record BrokenStatement(int FirstLine, int LastLine, int Indent, TextRange Range, Message Message)
{
    /// <summary>Finds it; null where nothing is left to leave out.</summary>
    public static BrokenStatement? Find(char[] text, LineTable lines, YamlStop stop)
    {
        var last = Math.Min(lines.LineOf(Math.Min(stop.End, text.Length)), lines.Count - 1);
        var first = Math.Min(lines.LineOf(Math.Min(stop.LastGood, text.Length)), last);

        // An open bracket or quote is noticed lines after the one that it stands in.
        for (var line = first; line <= last; line++)
        {
            var open = OpenAtEnd(text, lines, line);
            if (open >= 0)
                return At(text, lines, line, lines.Range(open, open + 1), Unclosed(text[open]));
        }

        for (var line = first; line <= last; line++)
            if (!IsBlank(text, lines, line) && text[lines.Start(line) + Indentation(text, lines, line)] == '\u00A0')
                return At(text, lines, line, Whole(text, lines, line), SyntaxMessages.OtherBlank);

        var tab = TabIndented(text, lines, first);
        if (tab >= 0 && (tab <= last || stop.Start == stop.LastGood))
            return At(text, lines, tab, Whole(text, lines, tab), SyntaxMessages.Tab);

        var blamed = NearestWithText(text, lines, Math.Min(lines.LineOf(Math.Min(stop.Start, text.Length)), last));
        if (blamed < 0)
            return null;
        // '-clause: A-1' is a key for YAML, and the item's other keys lie too deep below it.
        var item = NearestWithText(text, lines, blamed - 1, onlyBefore: true);
        if (item >= 0 && IsItem(text, lines, item) && IsComplete(text, lines, item)
            && lines.Start(item) + Indentation(text, lines, item) + 1 is var behind && text[behind] is not (' ' or '\t' or '-')
            && Indentation(text, lines, blamed) > Indentation(text, lines, item))
            return new(item, blamed, Indentation(text, lines, item), Whole(text, lines, item), SyntaxMessages.NoBlank);
        // What stands below a key without a colon is read as the rest of that key.
        var above = NearestWithText(text, lines, blamed - 1, onlyBefore: true);
        if (above >= first && !HasKey(text, lines, above)
            && (Indentation(text, lines, above) < Indentation(text, lines, blamed)
                || IsFirstOfGroup(text, lines, above, Indentation(text, lines, blamed))))
            blamed = above;
        if (ShallowAbove(text, lines, blamed) is var shallow and >= 0)
            return new(shallow, shallow, Indentation(text, lines, blamed), Whole(text, lines, shallow),
                SyntaxMessages.TooShallow);
        var message = Explain(text, lines, blamed, stop);
        if (message == SyntaxMessages.Neighbours && ShallowFirst(text, lines, blamed) is var head and >= 0)
        {
            // Up to the neighbour that does not fit it, so that this one and the next are read.
            var end = head;
            for (var next = head + 1; next < blamed; next++)
                if (!IsBlank(text, lines, next))
                    end = next;
            return new(head, end, Indentation(text, lines, blamed), Whole(text, lines, head), SyntaxMessages.TooShallow);
        }
        return At(text, lines, blamed, Whole(text, lines, blamed), message);
    }

    // What the line itself shows is told before what YamlDotNet makes of it.
    private static Message Explain(char[] text, LineTable lines, int line, YamlStop stop)
    {
        var start = lines.Start(line) + Indentation(text, lines, line);
        var written = new string(text, start, EndOfText(text, lines, line) - start);
        var above = NearestWithText(text, lines, line - 1, onlyBefore: true);
        if (!HasKey(text, lines, line))
            return written.Contains(":\u00A0") ? SyntaxMessages.OtherBlank
                : written.StartsWith("-", StringComparison.Ordinal) ? SyntaxMessages.NoBlank
                : SyntaxMessages.NoColon;
        if (StartsWithMark(written))
            return SyntaxMessages.Reserved;
        if (written.Count(one => one is ']' or '}') > written.Count(one => one is '[' or '{'))
            return SyntaxMessages.Brackets;
        if (above >= 0 && IsComplete(text, lines, above) && KeyIndentation(text, lines, above) < start - lines.Start(line))
            return SyntaxMessages.TooDeep;
        return SyntaxMessages.Of(stop.Message);
    }

    // 'measure: *Everybody': an asterisk of a text that stands for something else in YAML.
    private static bool StartsWithMark(string written)
    {
        var value = written.IndexOf(": ", StringComparison.Ordinal) + 2;
        while (value > 1 && value < written.Length && written[value] == ' ')
            value++;
        return value > 1 && value < written.Length && written[value] is '*' or '?'
            && written.IndexOf(' ', value) > 0;
    }

    // The line above one that seems too deep may be the one that is wrong: where it stands out on the left from the lines
    // around it, or where it is the first of a group whose other lines agree with each other.
    private static int ShallowAbove(char[] text, LineTable lines, int line)
    {
        var above = NearestWithText(text, lines, line - 1, onlyBefore: true);
        var before = above < 0 ? -1 : NearestWithText(text, lines, above - 1, onlyBefore: true);
        if (before < 0 || !HasKey(text, lines, line) || !IsComplete(text, lines, above) || IsItem(text, lines, above))
            return -1;
        var (deep, shallow) = (Indentation(text, lines, line), Indentation(text, lines, above));
        if (shallow >= deep || HasTab(text, lines.Start(above), shallow))
            return -1;
        if (Indentation(text, lines, before) == deep)
            return above;
        var next = NextWithText(text, lines, line + 1);
        var isFirst = Indentation(text, lines, before) < shallow && !IsComplete(text, lines, before);
        if (!isFirst || next < 0 || Indentation(text, lines, next) != deep)
            return -1;
        while (next >= 0 && Indentation(text, lines, next) >= deep)
            next = NextWithText(text, lines, next + 1);
        return next < 0 || Indentation(text, lines, next) < shallow ? above : -1;
    }

    // The first of a group that stands out on the left: each of its neighbours would be told that it does not fit.
    private static int ShallowFirst(char[] text, LineTable lines, int line)
    {
        var deep = Indentation(text, lines, line);
        var first = NearestWithText(text, lines, line - 1, onlyBefore: true);
        while (first >= 0 && Indentation(text, lines, first) > deep)
            first = NearestWithText(text, lines, first - 1, onlyBefore: true);
        var owner = first < 0 ? -1 : NearestWithText(text, lines, first - 1, onlyBefore: true);
        if (owner < 0 || !HasKey(text, lines, line) || IsComplete(text, lines, first) || IsComplete(text, lines, owner))
            return -1;
        var shallow = Indentation(text, lines, first);
        if (shallow >= deep || Indentation(text, lines, owner) >= shallow)
            return -1;
        var next = NextWithText(text, lines, line + 1);
        while (next >= 0 && Indentation(text, lines, next) > deep)
            next = NextWithText(text, lines, next + 1);
        return next >= 0 && Indentation(text, lines, next) == deep ? first : -1;
    }

    // How deep a line was meant that stands out on the left from its neighbours above: as deep as they are.
    private static int IndentationOfNeighbours(char[] text, LineTable lines, int line)
    {
        var indent = Indentation(text, lines, line);
        var meant = int.MaxValue;
        for (var above = line - 1; above >= 0; above--)
            if (!IsBlank(text, lines, above))
            {
                if (Indentation(text, lines, above) <= indent)
                    break;
                meant = Math.Min(meant, Indentation(text, lines, above));
            }
        return meant == int.MaxValue ? indent : meant;
    }

    // 'of customer' right below 'contact.name:', and as deep as the keys that follow: a key without its colon.
    private static bool IsFirstOfGroup(char[] text, LineTable lines, int line, int indent)
    {
        var owner = NearestWithText(text, lines, line - 1, onlyBefore: true);
        return owner >= 0 && Indentation(text, lines, line) == indent && Indentation(text, lines, owner) < indent
            && text[EndOfText(text, lines, owner) - 1] == ':';
    }

    // How deep the first key of a line is: behind the '-' where the line starts an item.
    private static int KeyIndentation(char[] text, LineTable lines, int line)
    {
        var indent = Indentation(text, lines, line);
        while (IsItemAt(text, lines.Start(line) + indent))
            for (indent++; lines.Start(line) + indent < lines.End(line) - 1 && text[lines.Start(line) + indent] == ' '; indent++)
            {
            }
        return indent;
    }

    private static bool IsItemAt(char[] text, int at) => text[at] == '-' && at + 1 < text.Length && text[at + 1] == ' ';

    // An item's other keys are as deep as its first, which stands behind the '-'.
    private static bool IsItem(char[] text, LineTable lines, int line) =>
        text[lines.Start(line) + Indentation(text, lines, line)] == '-';

    private static int NextWithText(char[] text, LineTable lines, int from)
    {
        for (var line = from; line < lines.Count; line++)
            if (!IsBlank(text, lines, line))
                return line;
        return -1;
    }

    private static bool HasKey(char[] text, LineTable lines, int line)
    {
        var start = lines.Start(line) + Indentation(text, lines, line);
        var end = EndOfText(text, lines, line);
        for (var i = start; i < end; i++)
            if (text[i] == ':' && (i + 1 == end || text[i + 1] == ' '))
                return true;
        return end - start > 1 && text[start] == '-' && text[start + 1] == ' ';
    }

    private static TextRange Whole(char[] text, LineTable lines, int line) =>
        lines.Range(lines.Start(line) + Indentation(text, lines, line), EndOfText(text, lines, line));

    private static int TabIndented(char[] text, LineTable lines, int from)
    {
        for (var line = from; line < lines.Count; line++)
            if (HasTab(text, lines.Start(line), Indentation(text, lines, line)) && !IsBlank(text, lines, line))
                return line;
        return -1;
    }

    private static bool HasTab(char[] text, int start, int length) => Array.IndexOf(text, '\t', start, length) >= 0;

    private static BrokenStatement At(char[] text, LineTable lines, int line, TextRange range, Message message)
    {
        var indent = Indentation(text, lines, line);
        var last = line;
        if (message == SyntaxMessages.TooDeep)
        {
            // Neighbours that are as deep have the same fault, which is told once.
            for (var next = line + 1; next < lines.Count; next++)
                if (!IsBlank(text, lines, next))
                {
                    if (Indentation(text, lines, next) < indent)
                        break;
                    last = next;
                }
        }
        else if (message == SyntaxMessages.Neighbours && NearestWithText(text, lines, line - 1, onlyBefore: true) is var item and >= 0
            && IsItem(text, lines, item) && indent > Indentation(text, lines, item))
            indent = Math.Max(indent, KeyIndentation(text, lines, item));
        else if (!IsComplete(text, lines, line))
        {
            if (message == SyntaxMessages.Neighbours)
                indent = IndentationOfNeighbours(text, lines, line);
            for (var next = line + 1; next < lines.Count; next++)
            {
                if (IsBlank(text, lines, next))
                    continue;
                if (Indentation(text, lines, next) <= indent)
                    break;
                last = next;
            }
        }
        // A tab, and a blank that is none for YAML, say nothing of how deep it is meant: the line belongs where the line above does.
        // Its neighbours may be deeper than it is long.
        var start = lines.Start(line);
        var own = Math.Min(indent, lines.End(line) - start);
        var isUnclear = HasTab(text, start, own) || (start + own < text.Length && text[start + own] == '\u00A0');
        return new(line, last, isUnclear ? int.MaxValue : indent, range, message);
    }

    // 'key: value' with nothing open: what is indented deeper below it belongs to something else.
    private static bool IsComplete(char[] text, LineTable lines, int line)
    {
        if (OpenAtEnd(text, lines, line) >= 0 || !HasKey(text, lines, line))
            return false;
        var end = EndOfText(text, lines, line);
        var last = end > lines.Start(line) ? text[end - 1] : ' ';
        return last is not (':' or '|' or '>' or '-' or ',' or '[' or '{');
    }

    private static int NearestWithText(char[] text, LineTable lines, int line, bool onlyBefore = false)
    {
        for (var before = line; before >= 0; before--)
            if (!IsBlank(text, lines, before))
                return before;
        for (var after = line + 1; after < lines.Count && !onlyBefore; after++)
            if (!IsBlank(text, lines, after))
                return after;
        return -1;
    }

    // The first bracket or quote of the line that the line does not close, or -1.
    private static int OpenAtEnd(char[] text, LineTable lines, int line)
    {
        var open = new Stack<int>();
        var quote = -1;
        var end = lines.End(line);
        for (var i = lines.Start(line); i < end; i++)
        {
            var before = i > lines.Start(line) ? text[i - 1] : ' ';
            if (quote >= 0)
            {
                if (text[i] == '\\' && text[quote] == '"')
                    i++;
                else if (text[i] == text[quote])
                    quote = -1;
            }
            else if (text[i] == '#' && char.IsWhiteSpace(before))
                break;
            else if (text[i] is '"' or '\'' && (char.IsWhiteSpace(before) || before is '[' or '{' or ',' or ':'))
                quote = i;
            else if (text[i] is '[' or '{' && (open.Count > 0 || char.IsWhiteSpace(before)))
                open.Push(i);
            else if (text[i] is ']' or '}' && open.Count > 0)
                open.Pop();
        }
        if (quote >= 0)
            return quote;
        return open.Count > 0 ? open.Last() : -1;
    }

    private static Message Unclosed(char opening) => opening switch
    {
        '[' => Message.Of("Syntax.UnclosedList"),
        '{' => Message.Of("Syntax.UnclosedGroup"),
        var quote => Message.Of("Syntax.UnclosedText", quote),
    };

    private static bool IsBlank(char[] text, LineTable lines, int line)
    {
        var start = lines.Start(line) + Indentation(text, lines, line);
        return start >= lines.End(line) || LineTable.IsLineBreak(text[start]) || text[start] is '#' or '\uFEFF';
    }

    private static int Indentation(char[] text, LineTable lines, int line)
    {
        var start = lines.Start(line);
        var i = start;
        while (i < lines.End(line) && text[i] is ' ' or '\t')
            i++;
        return i - start;
    }

    private static int EndOfText(char[] text, LineTable lines, int line)
    {
        var end = lines.End(line);
        while (end > lines.Start(line) && (LineTable.IsLineBreak(text[end - 1]) || text[end - 1] is ' ' or '\t'))
            end--;
        return end;
    }
}
