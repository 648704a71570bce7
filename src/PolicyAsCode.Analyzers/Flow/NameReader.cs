using System.Buffers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// Reads the identifiers of a body from its text. The compiler makes an object of each token that one asks for, and of each
/// node above it: of a large program that takes longer than all else that is done by names.
/// </summary>
internal sealed class NameReader
{
    private const int Slots = 1 << 14;

    // Names that were read lately, whichever file they stood in. Who overwrites one only has it made again.
    private static readonly string?[] s_lately = new string?[Slots];

    private static readonly HashSet<string> s_keywords = new(
        SyntaxFacts.GetReservedKeywordKinds().Select(SyntaxFacts.GetText), StringComparer.Ordinal);

    [ThreadStatic]
    private static HashSet<string>? s_found;

    private readonly char[] _text;
    private readonly int _end;
    private readonly HashSet<string> _names;
    private char _before = '{';
    private bool _isInside;

    private NameReader(char[] text, int end, HashSet<string> names, bool isInside) =>
        (_text, _end, _names, _isInside) = (text, end, names, isInside);

    // What this does not read; the tokens are asked instead.
    private bool IsBeyond { get; set; }

    private bool MayHaveAttributes { get; set; }

    /// <summary>
    /// The identifiers, once each, and whether an attribute may stand inside; null where the text is one that this does not
    /// read.
    /// </summary>
    internal static (string[] Names, bool MayHaveAttributes)? Read(SyntaxNode body)
    {
        var span = body.Span;
        var text = ArrayPool<char>.Shared.Rent(span.Length + 1);
        var names = s_found ??= new(StringComparer.Ordinal);
        try
        {
            body.SyntaxTree.GetText().CopyTo(span.Start, text, 0, span.Length);
            var reader = new NameReader(text, span.Length, names, isInside: body is GlobalStatementSyntax);
            reader.Code(0, isHole: false);
            return reader.IsBeyond ? null : ([.. names], reader.MayHaveAttributes);
        }
        finally
        {
            names.Clear();
            ArrayPool<char>.Shared.Return(text);
        }
    }

    private char At(int at) => at < _end ? _text[at] : '\0';

    // To the end, or to the brace that ends a hole; where that is.
    private int Code(int at, bool isHole)
    {
        var depth = 0;
        while (at < _end && !IsBeyond)
        {
            var one = _text[at];
            if (IsStart(one))
            {
                at = Name(at, at);
                continue;
            }
            switch (one)
            {
                case ' ' or '\t' or '\r' or '\n':
                    at++;
                    continue;
                case '/' when At(at + 1) == '/':
                    at = LineEnd(at);
                    continue;
                case '/' when At(at + 1) == '*':
                    at = After("*/", at + 2);
                    continue;
                case '\'':
                    at = Character(at + 1);
                    break;
                case '"':
                    at = Text(at, dollars: 0, isVerbatim: false);
                    break;
                case '$' or '@' when Prefix(at, out var quote, out var dollars, out var isVerbatim):
                    at = Text(quote, dollars, isVerbatim);
                    break;
                case '@' when IsStart(At(at + 1)):
                    at = Name(at + 1, at);
                    break;
                case >= '0' and <= '9':
                    at = Number(at);
                    break;
                // A directive, or an escape in a name.
                case '#' or '\\':
                    IsBeyond = true;
                    break;
                case '(' or '[' or '{' when isHole:
                    MayHaveAttributes |= one == '[';
                    depth++;
                    at++;
                    break;
                case '}' when isHole && depth == 0:
                    return at;
                case ')' or ']' or '}' when isHole:
                    depth--;
                    at++;
                    break;
                case ':' when isHole && depth == 0:
                    // How the value is written. Of escapes and quotes in it the tokens know.
                    while (at < _end && _text[at] is not '}' && !IsBeyond)
                        IsBeyond = _text[at++] is '"' or '\\' or '{';
                    continue;
                case '[':
                    MayHaveAttributes |= _isInside
                        && _before is ('{' or '}' or ';' or '(' or ',' or '=' or '>' or ':' or '<' or '[' or ']' or '?');
                    at++;
                    break;
                // (Func<int>)[Attribute] () => …
                case ')' when _before is '>' or ']' or '?':
                    at++;
                    _before = '(';
                    continue;
                case > '\u007f' or '\f' or '\v' when char.IsWhiteSpace(one):
                    at++;
                    continue;
                default:
                    // A colon: : base([Attribute] () => …)
                    _isInside |= one is '{' or '=' or ':';
                    at++;
                    break;
            }
            _before = one;
        }
        return at;
    }

    private int Name(int start, int from)
    {
        var at = start;
        var hash = 0;
        while (at < _end && IsPart(_text[at]))
            hash = hash * 31 + _text[at++];
        var slot = (hash ^ hash >> 15) & (Slots - 1);
        var length = at - start;
        var name = s_lately[slot];
        if (name is null || name.Length != length || !_text.AsSpan(start, length).SequenceEqual(name.AsSpan()))
            s_lately[slot] = name = new(_text, start, length);
        var isKeyword = from == start && s_keywords.Contains(name);
        if (!isKeyword)
            _names.Add(name);
        // return [Attribute] () => …
        _before = isKeyword && name is ("return" or "in") ? ';' : 'a';
        return at;
    }

    private int Number(int at)
    {
        while (at < _end && (IsPart(_text[at]) || _text[at] == '.' && At(at + 1) is >= '0' and <= '9'))
            at++;
        return at;
    }

    private int Character(int at)
    {
        while (at < _end && _text[at] is not '\'' && !IsBeyond)
        {
            IsBeyond = _text[at] is '\n' or '\r';
            at += _text[at] == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private bool Prefix(int at, out int quote, out int dollars, out bool isVerbatim)
    {
        (quote, dollars, isVerbatim) = (at, 0, false);
        for (; At(quote) is '$' or '@'; quote++)
            if (_text[quote] == '$')
                dollars++;
            else
                isVerbatim = true;
        return At(quote) == '"';
    }

    private int Text(int quote, int dollars, bool isVerbatim)
    {
        var quotes = 0;
        while (At(quote + quotes) == '"')
            quotes++;
        if (!isVerbatim && quotes >= 3)
        {
            IsBeyond = dollars > 0;
            return Raw(quote + quotes, quotes);
        }

        for (var at = quote + 1; at < _end && !IsBeyond;)
            switch (_text[at])
            {
                case '"' when isVerbatim && At(at + 1) == '"':
                case '{' when dollars > 0 && At(at + 1) == '{':
                case '\\' when !isVerbatim:
                    at += 2;
                    break;
                case '"':
                    return at + 1;
                // Somebody is typing.
                case '\n' or '\r' when !isVerbatim:
                    IsBeyond = true;
                    break;
                case '{' when dollars > 0:
                    var before = _before;
                    at = Code(at + 1, isHole: true) + 1;
                    _before = before;
                    break;
                default:
                    at++;
                    break;
            }
        return _end;
    }

    private int Raw(int at, int quotes)
    {
        for (var seen = 0; at < _end; at++)
        {
            seen = _text[at] == '"' ? seen + 1 : 0;
            if (seen == quotes)
            {
                while (At(at + 1) == '"')
                    at++;
                return at + 1;
            }
        }
        return _end;
    }

    private int LineEnd(int at)
    {
        while (at < _end && _text[at] is not ('\n' or '\r' or '\u0085' or '\u2028' or '\u2029'))
            at++;
        return at;
    }

    private int After(string end, int at)
    {
        while (at < _end && !(_text[at] == end[0] && At(at + 1) == end[1]))
            at++;
        return Math.Min(_end, at + end.Length);
    }

    private static bool IsStart(char one) =>
        one is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '_' || one > '\u007f' && SyntaxFacts.IsIdentifierStartCharacter(one);

    // Of what is written in a name and does not count (a soft hyphen), and of escapes, the tokens know.
    private bool IsPart(char one)
    {
        if (one is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_')
            return true;
        if (one == '\\')
            IsBeyond = true;
        if (one <= '\u007f' || !SyntaxFacts.IsIdentifierPartCharacter(one))
            return false;
        IsBeyond |= char.GetUnicodeCategory(one) == System.Globalization.UnicodeCategory.Format;
        return true;
    }
}
