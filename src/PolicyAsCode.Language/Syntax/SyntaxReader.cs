using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Syntax;

/// <summary>
/// Reads a whole file, mistakes and all. YAML's own parser stops at the first mistake; here the broken statement is
/// blanked out and the rest read again, so that three mistakes show as three and none hides what follows. Blanks keep
/// every other character where it stands, so places stay true.
/// </summary>
internal sealed class SyntaxReader
{
    private readonly string _path;
    private readonly LineTable _lines;
    private readonly char[] _text;
    private readonly int _skip; // a byte order mark
    private readonly List<PolicyDiagnostic> _mistakes = [];
    private readonly List<int> _dropped = [];
    private readonly List<int> _indents = [];

    private SyntaxReader(string path, string text)
    {
        _path = path;
        _lines = new(text);
        _text = text.ToCharArray();
        _skip = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
    }

    /// <summary>Reads a text.</summary>
    public static SyntaxTree Read(string path, string text)
    {
        if (text.Length > SyntaxLimits.Characters)
            return TooLarge(path);
        if (PlainReader.Read(text) is { } plain)
            return new(path, plain, []) { Text = text };

        var reader = new SyntaxReader(path, text);
        var root = reader.Root();
        if (reader._dropped.Count > 0)
            DamageMarks.Place(root, reader._lines, reader._dropped, reader._indents);
        return new(path, root, [.. reader._mistakes]) { Text = text };
    }

    private static SyntaxTree TooLarge(string path) =>
        new(path, new([], default) { IsDamaged = true },
        [
            Diagnose(path, PolicyRules.BeyondLimits, default,
                Message.Of("Syntax.FileTooLarge", SyntaxLimits.Characters / 1024)),
        ]);

    private MappingNode Root()
    {
        var empty = new MappingNode([], _lines.Range(0, 0));
        if (IsNoText())
        {
            empty.IsDamaged = true;
            return empty;
        }
        BlankForbiddenCharacters();
        BlankMergeConflicts();
        while (true)
        {
            var refused = new List<PolicyDiagnostic>();
            var outcome = YamlDoor.Read(new string(_text, _skip, _text.Length - _skip), _skip, _lines,
                (id, range, message) => refused.Add(Diagnose(_path, id, range, message)));
            if (outcome.Stop is null)
            {
                // What a pass refuses it refuses in each pass; only the last one counts.
                _mistakes.AddRange(refused);
                switch (outcome.Root)
                {
                    case MappingNode root:
                        return root;
                    case null or ScalarNode { IsMissing: true }:
                        // One mistake says it: that each part is missing needs no telling.
                        empty.IsDamaged = true;
                        if (_mistakes.Count == 0)
                            _mistakes.Add(Diagnose(
                                _path, PolicyRules.MissingPart, empty.Range, Message.Of("Syntax.EmptyFile")));
                        return empty;
                    default:
                        empty.IsDamaged = true;
                        _mistakes.Add(Diagnose(_path, PolicyRules.Syntax, outcome.Root.Range,
                            Message.Of("Syntax.NotKeys", outcome.Root.Description)));
                        return empty;
                }
            }
            if (!Drop(outcome.Stop))
            {
                empty.IsDamaged = true;
                return empty;
            }
        }
    }

    // UTF-16 without its mark, a document of an office program, an archive: of these nothing else need be said.
    private bool IsNoText()
    {
        var at = Array.IndexOf(_text, '\0');
        if (at >= 0)
            _mistakes.Add(Diagnose(_path, PolicyRules.Syntax, _lines.Range(at, at + 1),
                Message.Of("Syntax.NoText")));
        return at >= 0;
    }

    private void BlankMergeConflicts()
    {
        var isOpen = false;
        for (var line = 0; line < _lines.Count; line++)
        {
            var start = line == 0 ? _skip : _lines.Start(line);
            var isStart = StartsWith(start, "<<<<<<< ");
            var isEnd = isOpen && StartsWith(start, ">>>>>>>");
            if (!isStart && !isEnd && !(isOpen && (StartsWith(start, "=======") || StartsWith(start, "|||||||"))))
                continue;
            isOpen = !isEnd;
            var end = _lines.End(line);
            while (end > start && LineTable.IsLineBreak(_text[end - 1]))
                end--;
            if (isStart)
                _mistakes.Add(Diagnose(_path, PolicyRules.Syntax, _lines.Range(start, end),
                    Message.Of("Syntax.MergeConflict")));
            for (var i = start; i < end; i++)
                _text[i] = ' ';
        }
    }

    private bool StartsWith(int at, string mark) =>
        at + mark.Length <= _text.Length && _text[at] == mark[0] && new string(_text, at, mark.Length) == mark;

    private void BlankForbiddenCharacters()
    {
        var lost = Array.IndexOf(_text, '\uFFFD');
        if (lost >= 0)
            _mistakes.Add(Diagnose(_path, PolicyRules.Syntax, _lines.Range(lost, lost + 1),
                Message.Of("Syntax.LostCharacter")));
        var first = true;
        for (var i = _skip; i < _text.Length; i++)
        {
            var forbidden = _text[i] < ' '
                ? _text[i] is not ('\t' or '\n' or '\r')
                : _text[i] is '\u007F' or '\uFEFF' or '\uFFFE' or '\uFFFF';
            if (!forbidden)
                continue;
            if (first)
                _mistakes.Add(Diagnose(_path, PolicyRules.Syntax, _lines.Range(i, i + 1),
                    Message.Of("Syntax.ControlCharacter", $"{(int)_text[i]:X4}")));
            first = false;
            _text[i] = ' ';
        }
    }

    private bool Drop(YamlStop stop)
    {
        var broken = BrokenStatement.Find(_text, _lines, stop);
        if (broken is null || _mistakes.Count >= SyntaxLimits.Mistakes)
        {
            if (broken is not null || _mistakes.Count == 0)
                _mistakes.Add(Diagnose(_path, PolicyRules.Syntax, _lines.Range(stop.Start, stop.End),
                    Message.Of("Syntax.RestUnreadable")));
            return false;
        }

        _mistakes.Add(Diagnose(_path, PolicyRules.Syntax, broken.Range, broken.Message));
        _dropped.Add(broken.FirstLine);
        _indents.Add(broken.Indent);
        for (var i = Math.Max(_skip, _lines.Start(broken.FirstLine)); i < _lines.End(broken.LastLine); i++)
            if (!LineTable.IsLineBreak(_text[i]))
                _text[i] = ' ';
        return true;
    }

    private static PolicyDiagnostic Diagnose(string path, string id, TextRange range, Message message) =>
        new(id, PolicyRules.DefaultSeverity(id), message, new(path, range));
}
