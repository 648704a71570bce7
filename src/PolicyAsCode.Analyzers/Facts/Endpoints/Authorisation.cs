using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyAsCode.Analyzers.Edits;

namespace PolicyAsCode.Analyzers.Facts.Endpoints;

/// <summary>
/// Who may call an endpoint: by attribute, and by what the program sets up for all. The set-up is read by names from
/// the syntax, lazily: only a project with an unprotected endpoint pays for it.
/// </summary>
internal sealed class Authorisation
{
    private static readonly string[] s_fallbacks = ["FallbackPolicy", "SetFallbackPolicy", "AuthorizeFilter"];

    private readonly Lazy<ILookup<ISymbol?, INamedTypeSymbol>> _views;

    private readonly ConcurrentDictionary<string, ImmutableArray<InvocationExpressionSyntax>> _calls = new(StringComparer.Ordinal);

    private readonly Lazy<bool> _fallback;

    private readonly Func<string, IEnumerable<InvocationExpressionSyntax>> _find;

    internal Authorisation(Compilation compilation, NameIndex names, KnownTypes types)
    {
        _views = new(() => Views(compilation, names, types));
        _fallback = new(() => HasFallbackIn(compilation));
        _find = method => CallsIn(compilation, method);
    }

    /// <summary>The same after an edit: only where an edited file says a name, its calls are looked for anew.</summary>
    internal Authorisation(Authorisation before, ProgramEdit edit)
    {
        _views = before._views;
        _fallback = new(() => s_fallbacks.Any(edit.Mentions) ? HasFallbackIn(edit.After) : before.HasFallback);
        // What a call is made on may be set up elsewhere in its file.
        _find = method => edit.Mentions(method) || before.Calls(method).Any(call => edit.IsOld(call.SyntaxTree))
            ? CallsIn(edit.After, method)
            : before.Calls(method);
    }

    /// <summary>Whether everything without a word of its own needs a signed-in user.</summary>
    internal bool HasFallback => _fallback.Value;

    /// <summary>Whether all controllers (or pages) are mapped behind an authorisation.</summary>
    internal bool ProtectsAll(string mapping) => Calls("RequireAuthorization").Any(call =>
        Chains.Before(call).Any(name => name.StartsWith(mapping, StringComparison.Ordinal)));

    /// <summary>Whether a convention of Razor pages covers the file of a page.</summary>
    internal bool CoversPage(string path)
    {
        var file = path.Replace('\\', '/');
        return Calls("AuthorizeFolder").Select(Argument).Any(covered => covered == "/" || covered is not null && file.Contains($"/Pages{covered}/"))
            || Calls("AuthorizePage").Select(Argument).Any(covered => covered is not null && file.Contains($"/Pages{covered}."));
    }

    /// <summary>What the view of a page says (<c>@attribute [Authorize]</c>); null for nothing.</summary>
    internal bool? ByView(INamedTypeSymbol page)
    {
        foreach (var view in _views.Value[page])
            if (ByAttribute(view) is { } said)
                return said;
        return null;
    }

    /// <summary>
    /// Whether a method that maps endpoints on what it is given is only ever given a protected group.
    /// </summary>
    internal bool IsMappedProtected(string method)
    {
        var calls = Calls(method);
        return !calls.IsEmpty && calls.All(call =>
            Chains.Before(call).Concat(Chains.After(call)).Contains("RequireAuthorization")
            || Chains.Root(call) is { } root && DeclaredProtected(root));
    }

    /// <summary>What attributes of the symbol, its type and their bases say; null for nothing.</summary>
    internal static bool? ByAttribute(ISymbol? symbol)
    {
        bool? said = null;
        for (var at = symbol; at is not null; at = at is INamedTypeSymbol type ? type.BaseType : at.ContainingType)
            foreach (var attribute in at.GetAttributes())
                if (Is(attribute, "AllowAnonymousAttribute", "IAllowAnonymous"))
                    return false;
                else if (Is(attribute, "AuthorizeAttribute", "IAuthorizeData"))
                    said = true;
        return said;
    }

    // A view is a class that the Razor compiler makes; its model is the page.
    private static ILookup<ISymbol?, INamedTypeSymbol> Views(
        Compilation compilation, NameIndex names, KnownTypes types) =>
        names.TypesWithBases(compilation)
            .Where(type => types.Is(type, "Microsoft.AspNetCore.Mvc.RazorPages.PageBase"))
            .ToLookup(
                type => (ISymbol?)type.GetMembers("Model").OfType<IPropertySymbol>().FirstOrDefault()?.Type,
                SymbolEqualityComparer.Default);

    private static bool Is(AttributeData attribute, string name, string contract) =>
        attribute.AttributeClass is { } type
        && (type.Name == name || type.AllInterfaces.Any(one => one.Name == contract));

    private static bool DeclaredProtected(IdentifierNameSyntax root) =>
        root.SyntaxTree.GetRoot().DescendantNodes().OfType<VariableDeclaratorSyntax>().Any(variable =>
            variable.Identifier.ValueText == root.Identifier.ValueText
            && variable.Initializer?.Value is InvocationExpressionSyntax made
            && Chains.Before(made).Append(Chains.Name(made)).Contains("RequireAuthorization"));

    private static string? Argument(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Count > 0
        && call.ArgumentList.Arguments[0].Expression is LiteralExpressionSyntax { Token.Value: string text }
            ? text
            : null;

    private static bool SetsFallback(SyntaxTree tree) => tree.GetRoot().DescendantNodes().Any(node => node switch
    {
        AssignmentExpressionSyntax { Right: var right, Left: var left } =>
            left.ToString().EndsWith("FallbackPolicy", StringComparison.Ordinal)
            && !right.IsKind(SyntaxKind.NullLiteralExpression),
        InvocationExpressionSyntax call => Chains.Name(call) == "SetFallbackPolicy",
        ObjectCreationExpressionSyntax { Type: var type } => type.ToString() == "AuthorizeFilter",
        _ => false,
    });

    private ImmutableArray<InvocationExpressionSyntax> Calls(string method) => _calls.GetOrAdd(method, name => [.. _find(name)]);

    // All calls of a method by its name: nodes of other files are not made, nor kept in memory.
    private static IEnumerable<InvocationExpressionSyntax> CallsIn(Compilation compilation, string method) =>
        compilation.SyntaxTrees.Where(tree => TreeNames.Of(tree).Says(method))
            .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
            .Where(call => Chains.Name(call) == method);

    private static bool HasFallbackIn(Compilation compilation) => s_fallbacks.Any(name =>
        compilation.SyntaxTrees.Any(tree => TreeNames.Of(tree).Says(name) && SetsFallback(tree)));
}
