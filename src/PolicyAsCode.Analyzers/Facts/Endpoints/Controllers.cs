using Microsoft.CodeAnalysis;

namespace PolicyAsCode.Analyzers.Facts.Endpoints;

/// <summary>Controllers, their actions, and Razor pages.</summary>
internal static class Controllers
{
    private const string Mvc = "Microsoft.AspNetCore.Mvc";

    internal static bool IsAction(ISymbol symbol, KnownTypes types) =>
        symbol is IMethodSymbol
        {
            MethodKind: MethodKind.Ordinary, IsStatic: false, DeclaredAccessibility: Accessibility.Public,
            ContainingType: { TypeKind: TypeKind.Class } type,
        }
        && (types.Is(type, Mvc + ".ControllerBase") || Attributes.Has(type, "ApiControllerAttribute", Mvc)
            || Attributes.Has(type, "ControllerAttribute", Mvc))
        && !Attributes.Has(symbol, "NonActionAttribute", Mvc);

    internal static bool IsPage(INamedTypeSymbol type, KnownTypes types) =>
        type is { TypeKind: TypeKind.Class, IsAbstract: false }
        && types.Is(type, Mvc + ".RazorPages.PageModel")
        && type.GetMembers().Any(member =>
            member is IMethodSymbol && member.Name.StartsWith("OnGet", StringComparison.Ordinal));

    /// <summary>
    /// Whether the method is what Razor writes for the markup of a page without a page model: what it shows it fetches
    /// itself, by <c>@inject</c>.
    /// </summary>
    internal static bool IsMarkup(IMethodSymbol method, KnownTypes types) =>
        method is { Name: "ExecuteAsync", IsOverride: true, ContainingType: { } page }
        && types.Is(page, Mvc + ".RazorPages.PageBase")
        && !page.GetMembers("Model").Any(member =>
            member is IPropertySymbol { Type: INamedTypeSymbol model } && types.Is(model, Mvc + ".RazorPages.PageModel"));

    /// <summary>Whether the method puts what it is given into the page.</summary>
    internal static bool Shows(IMethodSymbol method) =>
        method is { Name: "Write" or "WriteLiteral" or "WriteAttributeValue", ContainingType.Name: "RazorPageBase" };

    /// <summary>
    /// What a page shows: its public properties, but for those that only take what the visitor types.
    /// </summary>
    internal static IEnumerable<IPropertySymbol> Shown(INamedTypeSymbol page) =>
        page.GetMembers().OfType<IPropertySymbol>().Where(property =>
            property is { IsStatic: false, DeclaredAccessibility: Accessibility.Public }
            && !Attributes.Has(property, "BindPropertyAttribute", Mvc));
}
