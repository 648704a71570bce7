using System.Collections.Immutable;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Checks;

/// <summary>
/// The clauses of the statement in which a place lies: whoever reads that a part is missing, that a law is stricter or that
/// something has changed, reads of which promise that is.
/// </summary>
internal sealed class CitedClauses(IReadOnlyList<ParsedFile> files)
{
    // A file may have as many mistakes as keys: each group is looked through once.
    private readonly Dictionary<MappingNode, string[]> _named = [];

    /// <summary>
    /// The mistake with the clauses behind it of the statement that it is about; where it is about the version as a whole, with
    /// those that promise how changes are told.
    /// </summary>
    public PolicyDiagnostic Behind(PolicyDiagnostic mistake, ChangesStatement? changes) => mistake.Id switch
    {
        PolicyRules.MissingPart or PolicyRules.RetentionNotConcrete or PolicyRules.PurposeWithoutBasis
            or PolicyRules.LawStricter or PolicyRules.ReviewOverdue or PolicyRules.TestFailed
            => mistake with { Text = Behind(mistake.Text, mistake.Location) },
        PolicyRules.NotInForce or PolicyRules.VersionNotRaised
            => mistake with { Text = Behind(mistake.Text, changes?.Location) },
        _ => mistake,
    };

    /// <summary><c>contact.email: for + promotion [S-1]</c>.</summary>
    public Message Behind(Message text, FileLocation? place) =>
        place is not null && files.FirstOrDefault(file => file.Path == place.Path) is { } file
        && At(file.Tree.Root, place.Range.Offset) is { Length: > 0 } clauses
            ? Message.Sentences(text, Message.Verbatim($"[{string.Join(", ", clauses)}]"))
            : text;

    /// <summary>What the innermost group around a place names that names a clause at all.</summary>
    private string[] At(SyntaxNode root, int offset)
    {
        string[] clauses = [];
        for (SyntaxNode? at = root; at is not null; at = Inside(at, offset))
            if (at is MappingNode group && NamedIn(group) is { Length: > 0 } own)
                clauses = own;
        return clauses;
    }

    private string[] NamedIn(MappingNode group)
    {
        if (!_named.TryGetValue(group, out var known))
            _named[group] = known = group.Entries.FirstOrDefault(entry => entry.Key.Value == StatementKeys.Clause.Name)?.Value switch
            {
                ScalarNode { IsMissing: false, Value: var one } => [one],
                SequenceNode several => [.. several.Items.OfType<ScalarNode>().Select(item => item.Value)],
                _ => [],
            };
        return known;
    }

    /// <summary>What stands at a place in a group or a list: the last that begins before it.</summary>
    private static SyntaxNode? Inside(SyntaxNode node, int offset) => node switch
    {
        MappingNode group => Last(group.Entries, offset)?.Value,
        SequenceNode list => Last(list.Items, offset),
        _ => null,
    };

    private static TNode? Last<TNode>(ImmutableArray<TNode> nodes, int offset)
        where TNode : SyntaxNode
    {
        var (first, end) = (0, nodes.Length);
        while (first < end)
        {
            var middle = first + (end - first) / 2;
            if (nodes[middle].Range.Offset <= offset)
                first = middle + 1;
            else
                end = middle;
        }

        return first == 0 ? null : nodes[first - 1];
    }
}
