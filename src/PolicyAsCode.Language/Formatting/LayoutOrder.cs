using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Formatting;

/// <summary>
/// Puts the keys of each statement, and the sections of the file, into the order in which a reader expects them.
/// </summary>
internal static class LayoutOrder
{
    /// <summary>Orders a file.</summary>
    /// <param name="layout">The file or a part of it.</param>
    /// <param name="written">What may be written there; null is not known, and stays as it is.</param>
    public static void Apply(Layout layout, Written? written)
    {
        switch (written)
        {
            case Written.Group group when layout.Node is MappingNode:
                Order(layout, group.Shape);
                foreach (var entry in layout.Entries)
                    Apply(entry.Value, group.Shape.Keys.FirstOrDefault(key => key.Name == entry.Key!.Value)?.Written);
                break;
            case Written.Map map when layout.Node is MappingNode:
                foreach (var entry in layout.Entries)
                    Apply(entry.Value, map.Values);
                break;
            case Written.List list:
                if (layout.Node is SequenceNode)
                    foreach (var item in layout.Entries)
                        Apply(item.Value, list.Item);
                else
                    Apply(layout, list.Item);
                break;
            case Written.Either either:
                Apply(layout, either.Choices.FirstOrDefault(choice => Fits(layout.Node, choice)));
                break;
        }
    }

    // A misspelt key would end up among strangers: where there is one, everything stays.
    private static void Order(Layout group, Shape shape)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var key in shape.Keys)
            places.Add(key.Name, places.Count);
        if (group.Entries.TrueForAll(entry => places.ContainsKey(entry.Key!.Value)))
        {
            var ordered = group.Entries.OrderBy(entry => places[entry.Key!.Value]).ToArray();
            group.Entries.Clear();
            group.Entries.AddRange(ordered);
        }
    }

    private static bool Fits(SyntaxNode node, Written written) => node switch
    {
        MappingNode => written is Written.Group or Written.Map or Written.List { Item: Written.Group or Written.Map },
        SequenceNode => written is Written.List,
        _ => false,
    };
}
