using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyAsCode.Analyzers.Edits;
using PolicyAsCode.Analyzers.Flow;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// What one file of a compilation declares, for all rules alike: found when the first of them asks. After an edit inside of
/// bodies it declares what it did, and some of the bodies are others.
/// </summary>
internal sealed class SourceFile(SyntaxTree tree, ProgramEdit? edit = null)
{
    private readonly ConcurrentDictionary<ImmutableHashSet<string>, ImmutableArray<Code>> _bodies = new();
    private ImmutableArray<ISymbol> _symbols;

    /// <summary>Code, and what it belongs to.</summary>
    internal readonly record struct Code(SyntaxNode Body, ISymbol Owner);

    /// <summary>The types that are declared here, and what of their members is; none that the compiler only adds.</summary>
    internal ImmutableArray<ISymbol> Symbols(SemanticModel model, CancellationToken cancel)
    {
        if (_symbols.IsDefault)
            ImmutableInterlocked.InterlockedInitialize(ref _symbols, [.. Declared(model, cancel)]);
        return _symbols;
    }

    /// <summary>The bodies that mention one of these names.</summary>
    internal ImmutableArray<Code> Bodies(ImmutableHashSet<string> names, SemanticModel model, CancellationToken cancel) =>
        _bodies.TryGetValue(names, out var known) ? known : _bodies.GetOrAdd(names, [.. Mentioning(names, model, cancel)]);

    /// <summary>
    /// Whether what is said of a type that several files declare is told with this one: what lies here, and with the first of
    /// them what lies in none.
    /// </summary>
    internal static bool Tells(SyntaxTree tree, INamedTypeSymbol type, Location place)
    {
        if (place.SourceTree == tree)
            return true;
        var parts = type.DeclaringSyntaxReferences;
        return parts[0].SyntaxTree == tree && parts.All(part => part.SyntaxTree != place.SourceTree);
    }

    private IEnumerable<Code> Mentioning(ImmutableHashSet<string> names, SemanticModel model, CancellationToken cancel)
    {
        var inTree = TreeNames.Of(tree);
        foreach (var body in TreeDeclarations.Of(tree).Bodies)
        {
            if (edit?.Now(body) is { } now && now != body)
            {
                if (TreeNames.Of(now.SyntaxTree).NamesIn(now).Mentions(names) && TreeDeclarations.OwnerOf(body, model, cancel) is { } edited)
                    yield return new(now, edited);
                continue;
            }
            // The names of a whole property are known; most others need not be read.
            if (body is AccessorDeclarationSyntax or ArrowExpressionClauseSyntax
                && body.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member && !inTree.NamesIn(member).Mentions(names))
                continue;
            if (inTree.NamesIn(body).Mentions(names) && TreeDeclarations.OwnerOf(body, model, cancel) is { } owner)
                yield return new(body, owner);
        }
    }

    private IEnumerable<ISymbol> Declared(SemanticModel model, CancellationToken cancel)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var node in TreeDeclarations.Of(tree).Types)
        {
            cancel.ThrowIfCancellationRequested();
            if (model.GetDeclaredSymbol(node, cancel) is not INamedTypeSymbol type || !seen.Add(type))
                continue;
            yield return type;
            var isWhole = type.DeclaringSyntaxReferences.Length == 1;
            foreach (var member in type.GetMembers())
                if (member is IPropertySymbol or IFieldSymbol or IMethodSymbol && !member.IsImplicitlyDeclared
                    && (isWhole || member.DeclaringSyntaxReferences.Any(one => one.SyntaxTree == tree)))
                    yield return member;
        }
    }
}
