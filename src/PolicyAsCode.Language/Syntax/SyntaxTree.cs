using System.Collections.Immutable;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Syntax;

/// <summary>A file as it was written: what could be read of it, and what could not.</summary>
/// <param name="Path">Its path, as handed in.</param>
/// <param name="Root">Its keys; empty for a file in which nothing could be read.</param>
/// <param name="Mistakes">What could not be read.</param>
internal sealed record SyntaxTree(string Path, MappingNode Root, ImmutableArray<PolicyDiagnostic> Mistakes)
{
    /// <summary>The text as it was read.</summary>
    public string Text { get; init; } = "";

    /// <summary>The location of a stretch of this file.</summary>
    public FileLocation Locate(TextRange range) => new(Path, range);

    /// <summary>The value of a key of the file's own; null where it is not there.</summary>
    public ScalarNode? Word(string key)
    {
        foreach (var entry in Root.Entries)
            if (entry.Key.Value == key)
                return entry.Value as ScalarNode;
        return null;
    }
}
