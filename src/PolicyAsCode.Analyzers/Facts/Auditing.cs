using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyAsCode.Analyzers.Facts.Endpoints;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// What records writes: contexts, interceptors and methods that are marked <c>[Audits]</c>. Interceptors count where some
/// <c>AddInterceptors</c> of the program names them, or a variable that is declared as one in the same file. Read lazily:
/// only a policy that promises it pays.
/// </summary>
internal sealed class Auditing(Compilation compilation, NameIndex names, KnownTypes types)
{
    private const string Diagnostics = "Microsoft.EntityFrameworkCore.Diagnostics.";

    private readonly Lazy<ImmutableArray<INamedTypeSymbol>> _interceptors = new(() => Registered(compilation, names));

    /// <summary>Whether what a context saves is recorded.</summary>
    internal bool Records(INamedTypeSymbol context) =>
        IsMarked(context) || _interceptors.Value.Any(one => types.Is(one, Diagnostics + "ISaveChangesInterceptor"));

    /// <summary>Whether commands are recorded that no <c>SaveChanges</c> sends.</summary>
    internal bool RecordsCommands => _interceptors.Value.Any(one => types.Is(one, Diagnostics + "IDbCommandInterceptor"));

    /// <summary>Whether the method, or its type, records what it writes itself.</summary>
    internal static bool IsMarked(ISymbol? symbol)
    {
        for (var at = symbol; at is not null and not INamespaceSymbol;
             at = at is INamedTypeSymbol { BaseType: { } above } ? above : at.ContainingSymbol)
            if (Attributes.One(at, Attributes.Audits) is not null)
                return true;
        return false;
    }

    private static ImmutableArray<INamedTypeSymbol> Registered(Compilation compilation, NameIndex names)
    {
        var mentioned = compilation.SyntaxTrees.SelectMany(Handed).ToImmutableHashSet(StringComparer.Ordinal);
        return
        [
            .. names.TypesWithBases.Where(mentioned.Contains)
                .SelectMany(name => compilation.GetSymbolsWithName(name, SymbolFilter.Type)).OfType<INamedTypeSymbol>()
                .Where(IsMarked),
        ];
    }

    // The names in the arguments, and those in the declarations of what they are called by.
    private static IEnumerable<string> Handed(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        var handed = root.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => Chains.Name(call) == "AddInterceptors")
            .SelectMany(call => Names(call.ArgumentList))
            .ToImmutableHashSet(StringComparer.Ordinal);
        return handed.IsEmpty ? handed : handed.Concat(root.DescendantNodes().SelectMany(node => node switch
        {
            ParameterSyntax one when handed.Contains(one.Identifier.ValueText) => Names(one.Type),
            PropertyDeclarationSyntax one when handed.Contains(one.Identifier.ValueText) => Names(one.Type),
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declared } one
                when handed.Contains(one.Identifier.ValueText) => Names(declared.Type).Concat(Names(one.Initializer)),
            _ => [],
        }));
    }

    private static IEnumerable<string> Names(SyntaxNode? node) =>
        node?.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText) ?? [];
}
