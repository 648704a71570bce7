using System.Collections.Immutable;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Binding;

// A class: code for lists of references is compiled ahead of time, for lists of such structures it is not.
/// <summary>A value and where it was written.</summary>
internal sealed record Located<T>(T Value, FileLocation Location);

/// <summary>Taking places off again.</summary>
internal static class Located
{
    /// <summary>The values alone; empty for an array that was never read.</summary>
    public static ImmutableArray<T> Values<T>(this ImmutableArray<Located<T>> located) =>
        located.IsDefaultOrEmpty ? ImmutableArray<T>.Empty : located.Select(one => one.Value).ToImmutableArray();
}
