using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyAsCode.Analyzers.Policy;

/// <summary>
/// What stays the same of a finding while its code is moved, laid out anew and its locals are renamed: the rule, the
/// symbol that it is in, the members it speaks of and came from, and the call or member it goes to.
/// </summary>
internal static class Fingerprint
{
    private static readonly SymbolDisplayFormat FullName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType);

    internal static string Of(
        string rule, Location at, ISymbol? owner, IEnumerable<Location> origins, Compilation compilation,
        CancellationToken cancel)
    {
        var members = new SortedSet<string>(StringComparer.Ordinal);
        var types = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var place in origins.Prepend(at))
            if (place.SourceTree is { } tree && compilation.ContainsSyntaxTree(tree))
                AddNames(place, compilation.GetSemanticModel(tree), members, types, cancel);
        var named = members.Count > 0 ? members : types;
        var to = at.SourceTree is { } source && compilation.ContainsSyntaxTree(source)
            ? Target(at, compilation.GetSemanticModel(source), cancel)
            : null;
        return $"{rule} | {Place(owner)} | {string.Join(", ", named)}{(to is null ? "" : " > " + to)}".TrimEnd();
    }

    // The id of a local function names no method that it is in: it belongs to what declares it.
    private static string Place(ISymbol? owner)
    {
        for (var at = owner; at is not null; at = at.ContainingSymbol)
            if (at is not IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction }
                && at.GetDocumentationCommentId() is { Length: > 0 } id)
                return id;
        return "";
    }

    // Names of locals and parameters change at will; where no member is named, the types that they hold must do.
    private static void AddNames(
        Location place, SemanticModel model, SortedSet<string> members, SortedSet<string> types, CancellationToken cancel)
    {
        var root = place.SourceTree!.GetRoot(cancel);
        foreach (var node in root.DescendantNodes(place.SourceSpan))
            if (place.SourceSpan.Contains(node.Span))
                switch (node)
                {
                    case SimpleNameSyntax:
                        if (model.GetSymbolInfo(node, cancel).Symbol is { } symbol)
                            if (Member(symbol) is { } member)
                                members.Add(member);
                            else if (TypeHeld(symbol) is { } type)
                                types.Add(type);
                        break;
                    // A word of the vocabulary, for one.
                    case LiteralExpressionSyntax literal when literal.Span == place.SourceSpan:
                        members.Add(literal.Token.ValueText.Replace('|', ' ').Replace('\n', ' ').Replace('\r', ' '));
                        break;
                }
    }

    private static string? Member(ISymbol symbol) =>
        symbol is IPropertySymbol or IFieldSymbol or IEventSymbol or IMethodSymbol ? Shown(symbol) : null;

    private static string? TypeHeld(ISymbol symbol) => symbol switch
    {
        ILocalSymbol { Type: INamedTypeSymbol { SpecialType: SpecialType.None } type } => Shown(type),
        IParameterSymbol { Type: INamedTypeSymbol { SpecialType: SpecialType.None } type } => Shown(type),
        INamedTypeSymbol type => Shown(type),
        _ => null,
    };

    private static string Shown(ISymbol symbol) => symbol.OriginalDefinition.ToDisplayString(FullName);

    private static string? Target(Location at, SemanticModel model, CancellationToken cancel)
    {
        var node = at.SourceTree!.GetRoot(cancel).FindNode(at.SourceSpan, getInnermostNodeForTie: true);
        foreach (var outer in node.Ancestors())
            switch (outer)
            {
                case InvocationExpressionSyntax or ObjectCreationExpressionSyntax or ImplicitObjectCreationExpressionSyntax:
                    return Named(outer);
                case AssignmentExpressionSyntax assignment:
                    return Named(assignment.Left);
                case StatementSyntax or MemberDeclarationSyntax:
                    return null;
            }
        return null;

        string? Named(SyntaxNode called) => model.GetSymbolInfo(called, cancel).Symbol is { } symbol ? Member(symbol) : null;
    }
}
