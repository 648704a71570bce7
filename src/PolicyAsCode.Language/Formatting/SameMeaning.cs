using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Formatting;

/// <summary>Whether two files say the same, in whichever order of keys and in whatever style.</summary>
internal static class SameMeaning
{
    /// <summary>Compares two nodes.</summary>
    public static bool Of(SyntaxNode left, SyntaxNode right) => (left, right) switch
    {
        (ScalarNode one, ScalarNode other) => one.Value == other.Value && one.IsMissing == other.IsMissing,
        (SequenceNode one, SequenceNode other) => one.Items.Length == other.Items.Length
            && one.Items.Zip(other.Items, Of).All(same => same),
        (MappingNode one, MappingNode other) => one.Entries.Length == other.Entries.Length
            && Sorted(one).Zip(Sorted(other), (here, there) =>
                here.Key.Value == there.Key.Value && Of(here.Value, there.Value)).All(same => same),
        _ => false,
    };

    // The sort keeps the order of a key that stands there twice: the first counts.
    private static IEnumerable<MappingEntry> Sorted(MappingNode group) =>
        group.Entries.OrderBy(entry => entry.Key.Value, StringComparer.Ordinal);
}
