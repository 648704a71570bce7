using System.Collections.Immutable;
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

        var reader = new SyntaxReader(path, text);
        var root = reader.Root();
        if (reader._dropped.Count > 0)
            DamageMarks.Place(root, reader._lines, reader._dropped, reader._indents);
        return new(path, root, [.. reader._mistakes]);
    }

    private static SyntaxTree TooLarge(string path) =>
        new(path, new([], default),
        [
            Diagnose(path, PolicyRules.BeyondLimits, default,
                $"The file is larger than {SyntaxLimits.Characters / 1024} KiB and is not read. Split it."),
        ]);

    private MappingNode Root()
    {
        BlankForbiddenCharacters();
        var empty = new MappingNode([], _lines.Range(0, 0));
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
                        return empty;
                    default:
                        _mistakes.Add(Diagnose(_path, PolicyRules.Syntax, outcome.Root.Range,
                            $"The file holds {outcome.Root.Description}. It must hold keys, such as 'policy: "
                            + "my-shop'."));
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

    private void BlankForbiddenCharacters()
    {
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
                    $"An invisible control character (U+{(int)_text[i]:X4}) stands here. Delete it."));
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
                    "The rest of the file cannot be read. Mend what is reported above first."));
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

    private static PolicyDiagnostic Diagnose(string path, string id, TextRange range, string message) =>
        new(id, PolicyRules.DefaultSeverity(id), message, new(path, range));
}
