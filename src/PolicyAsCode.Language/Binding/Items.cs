using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Syntax;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Binding;

/// <summary>Sections that are lists of statements.</summary>
internal static class Items
{
    /// <summary>The items; one group stands for a list of one, nothing written for an empty one.</summary>
    public static IEnumerable<SyntaxNode> Of(SyntaxNode? section, string what, BindingContext context) =>
        Of(section, Message.Verbatim(what), context);

    /// <summary>The items; one group stands for a list of one, nothing written for an empty one.</summary>
    /// <param name="section">The section.</param>
    /// <param name="what">What it should hold, for the message.</param>
    /// <param name="context">The file.</param>
    /// <param name="item">What each holds: a group with none of its keys is no item but several, each by a name.</param>
    public static IEnumerable<SyntaxNode> Of(SyntaxNode? section, Message what, BindingContext context, Shape? item = null)
    {
        switch (section)
        {
            case null or ScalarNode { IsMissing: true }:
                return [];
            case SequenceNode sequence:
                return sequence.Items;
            // 'never: { sell: { … } }'.
            case MappingNode { Entries.IsEmpty: false } named when item is not null && named.Entries.All(
                entry => entry.Value is MappingNode && item.Keys.All(key => key.Name != entry.Key.Value)):
                context.ReportUnread(PolicyRules.WrongValue, named.Entries[0].Key.Range,
                    Message.Of("Binding.NotItems", what, Message.Quoted(named.Entries[0].Key.Value)));
                return [];
            case MappingNode mapping:
                return [mapping];
            default:
                context.ReportUnread(PolicyRules.WrongValue, section.Range,
                    Message.Of("Binding.NotItems", what, section.Description));
                return [];
        }
    }

    /// <summary>Where a statement without a name is shown: its first key and what stands behind it.</summary>
    public static TextRange Head(SyntaxNode item)
    {
        if (item is not MappingNode { Entries.IsEmpty: false } mapping)
            return item.Range;
        return Head(mapping.Entries[0]);
    }

    /// <summary>Where a key and what stands behind it are shown: both, where they stand on one line.</summary>
    public static TextRange Head(MappingEntry first)
    {
        var (key, value) = (first.Key.Range, first.Value.Range);
        return first.Value is ScalarNode && value.End.Line == key.Start.Line && value.Offset > key.Offset
            ? new(key.Start, value.End, key.Offset, value.Offset + value.Length - key.Offset)
            : key;
    }
}
