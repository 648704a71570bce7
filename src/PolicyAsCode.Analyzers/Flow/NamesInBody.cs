using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// The identifiers in a body's tokens: what a rule looks at before anything is bound. Words that are sometimes keywords
/// (<c>get</c>, <c>where</c>) count as well.
/// </summary>
internal sealed class NamesInBody
{
    private static readonly ConditionalWeakTable<ImmutableHashSet<string>, HashSet<string>> s_quick = new();

    private readonly string[] _names;

    internal NamesInBody(SyntaxNode body)
    {
        var read = NameReader.Read(body);
        (_names, MayHaveAttributes) = (read?.Names ?? [.. InTokens(body)], read?.MayHaveAttributes ?? true);
    }

    /// <summary>Whether an attribute may stand in it, on a lambda or a local function.</summary>
    internal bool MayHaveAttributes { get; }

    /// <summary>The identifiers, once each.</summary>
    internal IReadOnlyList<string> All => _names;

    internal bool Mentions(string name) => Array.IndexOf(_names, name) >= 0;

    internal bool Mentions(ImmutableHashSet<string> names)
    {
        if (names.IsEmpty)
            return false;
        // A set that never changes is asked by every body: it is worth being one that answers at once.
        var quick = s_quick.GetValue(names, all => new(all, StringComparer.Ordinal));
        foreach (var name in _names)
            if (quick.Contains(name))
                return true;
        return false;
    }

    /// <summary>The same by the tokens themselves, for what is seldom: directives, raw strings with holes, escapes in names.</summary>
    internal static IEnumerable<string> InTokens(SyntaxNode body) => body.DescendantTokens()
        .Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText).Distinct(StringComparer.Ordinal);
}
