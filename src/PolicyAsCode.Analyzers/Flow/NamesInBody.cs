using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyAsCode.Analyzers.Facts;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>The identifiers in a body's tokens: what a rule looks at before anything is bound.</summary>
internal sealed class NamesInBody
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    internal NamesInBody(SyntaxNode body)
    {
        foreach (var token in body.DescendantTokens())
            if (token.IsKind(SyntaxKind.IdentifierToken))
                _names.Add(token.ValueText);
            else if (token.IsKind(SyntaxKind.OpenBracketToken) && !MayHaveAttributes)
                MayHaveAttributes = token.Parent is AttributeListSyntax list && TreeDeclarations.IsInCode(list);
    }

    /// <summary>Whether an attribute stands in it, on a lambda or a local function.</summary>
    internal bool MayHaveAttributes { get; }

    /// <summary>The identifiers, once each.</summary>
    internal IEnumerable<string> All => _names;

    internal bool Mentions(string name) => _names.Contains(name);

    internal bool Mentions(ImmutableHashSet<string> names)
    {
        foreach (var name in _names)
            if (names.Contains(name))
                return true;
        return false;
    }
}
