using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyAsCode.Analyzers.Facts;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// Which functions the delegates and events of the program's types may hold: whatever is written to a member of that name,
/// anywhere. Looked for only where one is called with something to follow.
/// </summary>
internal sealed class HeldFunctions(Compilation compilation, Func<SyntaxTree, SemanticModel> model)
{
    private static readonly ConditionalWeakTable<SyntaxTree, Written[]> Known = new();

    /// <summary>The functions that a member may hold.</summary>
    internal ImmutableArray<IMethodSymbol> Of(ISymbol member, CancellationToken cancel)
    {
        var functions = ImmutableArray.CreateBuilder<IMethodSymbol>();
        foreach (var (_, target, value) in WrittenTo(member.Name))
        {
            cancel.ThrowIfCancellationRequested();
            var semantics = model(value.SyntaxTree);
            var written = target is ExpressionSyntax ? semantics.GetSymbolInfo(target, cancel).Symbol
                : semantics.GetDeclaredSymbol(target, cancel);
            if (SymbolEqualityComparer.Default.Equals(written?.OriginalDefinition, member.OriginalDefinition)
                && semantics.GetSymbolInfo(value, cancel).Symbol is IMethodSymbol function)
                functions.Add(function);
        }
        return functions.ToImmutable();
    }

    // Only files that mention the name are read: their nodes stay in memory.
    private IEnumerable<Written> WrittenTo(string name) =>
        compilation.SyntaxTrees.Where(tree => TreeNames.Of(tree).Says(name))
            .SelectMany(tree => Known.GetValue(tree, key => [.. Read(key.GetRoot())]))
            .Where(one => one.Name == name);

    private static IEnumerable<Written> Read(SyntaxNode root)
    {
        foreach (var node in root.DescendantNodes())
            switch (node)
            {
                case AssignmentExpressionSyntax { Left: var left, Right: var right }
                    when node.Kind() is SyntaxKind.SimpleAssignmentExpression or SyntaxKind.AddAssignmentExpression
                        && MayBeFunction(right) && NameOf(left) is { } name:
                    yield return new(name, left, right);
                    break;
                case VariableDeclaratorSyntax { Initializer.Value: var value, Parent.Parent: FieldDeclarationSyntax } field
                    when MayBeFunction(value):
                    yield return new(field.Identifier.ValueText, field, value);
                    break;
                case PropertyDeclarationSyntax { Initializer.Value: var value } property when MayBeFunction(value):
                    yield return new(property.Identifier.ValueText, property, value);
                    break;
            }
    }

    private static bool MayBeFunction(ExpressionSyntax value) =>
        value is AnonymousFunctionExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax;

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } => name,
        MemberBindingExpressionSyntax { Name.Identifier.ValueText: var name } => name,
        _ => null,
    };

    private sealed record Written(string Name, SyntaxNode Target, ExpressionSyntax Value);
}
