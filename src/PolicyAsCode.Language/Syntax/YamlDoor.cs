using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PolicyAsCode.Language.Syntax;

/// <summary>
/// The one place that knows YamlDotNet: turns its events into nodes of ours. One pass, up to the end or to the first
/// mistake; <see cref="SyntaxReader"/> goes on from there. Nothing is built from tags, and no alias is followed.
/// </summary>
internal sealed class YamlDoor
{
    private readonly int _skipped;
    private readonly LineTable _lines;
    private readonly Action<string, TextRange, Message> _report;
    private readonly Parser _parser;
    private readonly WordTable _words = new();
    private int _offset;
    private int _nodes;
    private int _merges; // how many merges lie around what is read

    private YamlDoor(string text, int skipped, LineTable lines, Action<string, TextRange, Message> report)
    {
        _skipped = skipped;
        _lines = lines;
        _report = report;
        _parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="skipped">How many characters of the file stand before it.</param>
    /// <param name="lines">The file's lines.</param>
    /// <param name="report">Told what is readable and yet refused: rule, place, message.</param>
    public static YamlOutcome Read(
        string text, int skipped, LineTable lines, Action<string, TextRange, Message> report)
    {
        var door = new YamlDoor(text, skipped, lines, report);
        try
        {
            return new(door.Document(), null);
        }
        catch (TooLargeException large)
        {
            report(PolicyRules.BeyondLimits, door.Here(), large.Text);
            return new(null, null);
        }
        catch (YamlException broken)
        {
            // Some mistakes come without a place: then the last event's is the best there is.
            var start = broken.Start.Index > 0 ? door.At(broken.Start) : door._offset;
            return new(null, new(start, Math.Max(start, door.At(broken.End)), door._offset, broken.Message));
        }
#pragma warning disable CA1031 // YamlDotNet throws what it likes on malformed text: none may get out.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            return new(null, new(door._offset, door._offset, door._offset, unexpected.Message));
        }
    }

    private int At(Mark mark) => (int)mark.Index + _skipped;

    private TextRange Here() => _lines.Range(_offset, _offset);

    private ParsingEvent Next()
    {
        if (!_parser.MoveNext() || _parser.Current is not { } next)
            throw new YamlException("The file ends too early.");
        _offset = Math.Max(_offset, At(next.Start));
        return next;
    }

    private SyntaxNode? Document()
    {
        Next(); // the stream's start
        if (Next() is not DocumentStart)
            return null;

        var root = Node(Next(), 0);
        Next(); // the document's end
        var after = Next();
        if (after is DocumentStart)
        {
            _report(PolicyRules.Syntax, Range(after, after),
                Message.Of("Syntax.SecondDocument"));
            // What the first document lacks may stand in the second.
            if (root is not null)
                root.IsDamaged = true;
        }
        return root;
    }

    private SyntaxNode Node(ParsingEvent start, int depth)
    {
        if (++_nodes > SyntaxLimits.Nodes)
            throw new TooLargeException(Message.Of("Syntax.TooManyValues", SyntaxLimits.Nodes));
        if (depth > SyntaxLimits.Depth)
            throw new TooLargeException(Message.Of("Syntax.LiesTooDeep", SyntaxLimits.Depth));

        if (start is NodeEvent node)
            RefuseTagsAndAnchors(node);
        switch (start)
        {
            case Scalar scalar:
                return Word(scalar);
            case SequenceStart:
                return Sequence((SequenceStart)start, depth);
            case MappingStart:
                return Mapping((MappingStart)start, depth);
            case AnchorAlias alias:
                Refuse(alias, Message.Of("Syntax.Alias", alias.Value));
                return new ScalarNode("", isQuoted: false, Range(alias, alias)) { IsDamaged = true };
            default:
                throw new YamlException(start.Start, start.End, "a value was expected here");
        }
    }

    private ScalarNode Word(Scalar scalar)
    {
        var range = Range(scalar, scalar);
        if (scalar.Style == ScalarStyle.Plain && WordProcessorQuotes.Around(scalar.Value) is { } within)
        {
            Refuse(scalar, Message.Of("Syntax.WordProcessorQuotes", scalar.Value, within));
            return new(within, isQuoted: true, range);
        }
        // A '|' with no text below it says as little as nothing at all.
        var isEmptyBlock = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded && string.IsNullOrWhiteSpace(scalar.Value);
        return isEmptyBlock
            ? new("", isQuoted: false, range)
            : new(_words.At(scalar.Value, 0, scalar.Value.Length), scalar.Style != ScalarStyle.Plain, range);
    }

    private SequenceNode Sequence(SequenceStart start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<SyntaxNode>();
        ParsingEvent next;
        while ((next = Next()) is not SequenceEnd)
            items.Add(Node(next, depth + 1));
        var end = start.Style == SequenceStyle.Flow || items.Count == 0
            ? At(next.Start) + 1
            : End(items[items.Count - 1]);
        return new(items.ToImmutable(), _lines.Range(At(start.Start), end));
    }

    private MappingNode Mapping(MappingStart start, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<MappingEntry>();
        var isDamaged = false;
        ParsingEvent next;
        while ((next = Next()) is not MappingEnd)
        {
            var key = Node(next, depth + 1);
            var isMerge = key is ScalarNode { Value: "<<", IsQuoted: false };
            if (isMerge)
                Refuse(next, Message.Of("Syntax.Merge"));
            _merges += isMerge ? 1 : 0;
            var value = Node(Next(), depth + 1);
            _merges -= isMerge ? 1 : 0;
            if (isMerge)
                isDamaged = true;
            else if (key is ScalarNode word)
                entries.Add(new(word.Value, word.IsQuoted, word.Range, value));
            else
                _report(PolicyRules.Syntax, key.Range, Message.Of("Syntax.NotAKey", key.Description));
        }
        var end = start.Style == MappingStyle.Flow || entries.Count == 0
            ? At(next.Start) + 1
            : Math.Max(End(entries[entries.Count - 1].Key), End(entries[entries.Count - 1].Value));
        return new(entries.ToImmutable(), _lines.Range(At(start.Start), end)) { IsDamaged = isDamaged };
    }

    // What is merged is told once, whatever stands in it.
    private void Refuse(ParsingEvent what, Message why)
    {
        if (_merges == 0)
            _report(PolicyRules.Syntax, Range(what, what), why);
    }

    private void RefuseTagsAndAnchors(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
            Refuse(node, Message.Of("Syntax.Anchor", node.Anchor.Value));
        if (!node.Tag.IsEmpty && !(node is Scalar { IsQuotedImplicit: true } && node.Tag.IsNonSpecific))
            Refuse(node, Message.Of("Syntax.Tag", node.Tag.Value));
    }

    private TextRange Range(ParsingEvent first, ParsingEvent last) =>
        _lines.Range(At(first.Start), At(last.End));

    private static int End(SyntaxNode node) => node.Range.Offset + node.Range.Length;

    private sealed class TooLargeException(Message text) : Exception(text.ToString())
    {
        public Message Text { get; } = text;
    }
}

/// <summary>What one pass came to.</summary>
/// <param name="Root">The document; null for an empty one, or where a mistake stopped the pass.</param>
/// <param name="Stop">The mistake; null where the pass came to its end, or to a limit.</param>
internal sealed record YamlOutcome(SyntaxNode? Root, YamlStop? Stop);

/// <summary>What stopped a pass.</summary>
/// <param name="Start">Offset at which the mistake is said to start.</param>
/// <param name="End">Offset at which it was noticed.</param>
/// <param name="LastGood">Offset of the last thing that was understood.</param>
/// <param name="Message">YamlDotNet's own words.</param>
internal sealed record YamlStop(int Start, int End, int LastGood, string Message);
