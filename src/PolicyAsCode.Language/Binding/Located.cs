using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PolicyAsCode.Language.Syntax;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Binding;

// A class: code for lists of references is compiled ahead of time, for lists of such structures it is not.
/// <summary>
/// A value and where it was written. It keeps the node, and makes the place of it when somebody asks: for nearly none
/// of the words of a policy anybody does.
/// </summary>
internal sealed class Located<T>(T value, SyntaxNode node, BindingContext context)
{
    /// <summary>The value.</summary>
    public T Value { get; } = value;

    /// <summary>Where it was written.</summary>
    public FileLocation Location => context.Locate(node.Range);
}

/// <summary>Values without their places.</summary>
internal static class Located
{
    // Without LINQ: its methods on our own structures and enumerations are compiled just in time, each for each.
    /// <summary>The values alone; empty for what was never read.</summary>
    public static ImmutableArray<T> Values<T>(this Located<T>[]? located)
    {
        if (located is not { Length: > 0 })
            return ImmutableArray<T>.Empty;
        var values = new T[located.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = located[i].Value;
        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    /// <summary>Whether a value of an enumeration is among them.</summary>
    public static bool Has<T>(this Located<T>[] located, T value) where T : struct, Enum
    {
        foreach (var one in located)
            if (one.Value.Equals(value))
                return true;
        return false;
    }
}
