using Microsoft.CodeAnalysis;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Facts.Endpoints;

/// <summary>Personal data that a request brings in, by what the framework fills from it.</summary>
/// <param name="Into">The parameter or property that is filled.</param>
/// <param name="Member">What of it holds the data: a member of its type, or itself.</param>
/// <param name="Categories">What that is declared to hold.</param>
/// <param name="Source">At which source of the policy, as far as anybody says.</param>
internal sealed record RequestInput(ISymbol Into, ISymbol Member, TermSet Categories, Term? Source)
{
    private const string Mvc = "Microsoft.AspNetCore.Mvc";
    private static readonly string[] s_handlers = ["OnGet", "OnPost", "OnPut", "OnDelete", "OnPatch"];

    // What fills a property of a page, a controller or a component.
    private static readonly string[] s_filling =
        ["BindPropertyAttribute", "SupplyParameterFromFormAttribute", "SupplyParameterFromQueryAttribute"];

    // What is no part of a request, or is left alone by what reads it.
    private static readonly string[] s_notFilled =
        ["FromServicesAttribute", "FromKeyedServicesAttribute", "BindNeverAttribute", "JsonIgnoreAttribute"];

    /// <summary>Whether requests are handed to the method: an action, or a handler of a page.</summary>
    internal static bool IsHandler(IMethodSymbol method, KnownTypes types) =>
        Controllers.IsAction(method, types)
        || Array.Exists(s_handlers, name => method.Name.StartsWith(name, StringComparison.Ordinal))
        && types.Is(method.ContainingType, Mvc + ".RazorPages.PageModel");

    /// <summary>What the parameters of a handler take in.</summary>
    internal static IEnumerable<RequestInput> Of(IMethodSymbol handler, BoundPolicy policy) =>
        handler.Parameters.Where(parameter => policy.Names.Personal.Contains(parameter.Name) && !IsLeftAlone(parameter))
            .SelectMany(parameter => Of(parameter, parameter.Type, policy));

    /// <summary>What a property takes in that a request fills; nothing for any other.</summary>
    internal static IEnumerable<RequestInput> Of(IPropertySymbol property, BoundPolicy policy) =>
        policy.Names.Personal.Contains(property.Name) && IsFilled(property) ? Of(property, property.Type, policy) : [];

    private static IEnumerable<RequestInput> Of(ISymbol into, ITypeSymbol type, BoundPolicy policy)
    {
        var source = SourceOf(into, policy);
        if (policy.Data.Categories(into) is { IsEmpty: false } own)
            yield return new(into, into, own, source);
        foreach (var member in Settable(Element(type), policy))
            if (policy.Data.Categories(member).Union(InType(member.Type, policy)) is { IsEmpty: false } held)
                yield return new(into, member, held, OwnSourceOf(member, policy) ?? source);
    }

    private static bool IsFilled(IPropertySymbol property) => property.GetAttributes()
            .Any(attribute => Array.IndexOf(s_filling, attribute.AttributeClass?.Name) >= 0)
        || property is { SetMethod.DeclaredAccessibility: Accessibility.Public }
            && Attributes.Has(property.ContainingType, "BindPropertiesAttribute", Mvc);

    private static bool IsLeftAlone(ISymbol symbol) => symbol.GetAttributes()
        .Any(attribute => Array.IndexOf(s_notFilled, attribute.AttributeClass?.Name) >= 0);

    // Services are handed to handlers as well: interfaces, contexts, and what nobody can fill.
    private static IEnumerable<IPropertySymbol> Settable(ITypeSymbol type, BoundPolicy policy)
    {
        if (!policy.Names.Personal.Contains(type.Name)
            || policy.Types.Is(type, "Microsoft.EntityFrameworkCore.DbContext"))
            yield break;
        for (var at = type; at is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None };
             at = at.BaseType)
            foreach (var member in at.GetMembers())
                if (member is IPropertySymbol
                    {
                        IsStatic: false, IsIndexer: false, SetMethod.DeclaredAccessibility: Accessibility.Public,
                    } property && !IsLeftAlone(property))
                    yield return property;
    }

    private static TermSet InType(ITypeSymbol type, BoundPolicy policy) =>
        Element(type) is { TypeKind: TypeKind.Class or TypeKind.Struct } held ? policy.Contents.Of(held) : default;

    private static ITypeSymbol Element(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { ElementType: var element } => Element(element),
        INamedTypeSymbol { TypeArguments: [{ } element] } named
            when named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
                || Attributes.IsIn(named, "System.Collections.Generic") => Element(element),
        _ => type,
    };

    private static Term? SourceOf(ISymbol symbol, BoundPolicy policy)
    {
        for (var at = symbol; at is not null and not INamespaceSymbol; at = at.ContainingSymbol)
            if (Said(at) is { } said)
                return Term(said, policy);
        return null;
    }

    // What a member of a form says of itself; of a record's, also where its parameter says it.
    private static Term? OwnSourceOf(IPropertySymbol member, BoundPolicy policy)
    {
        var said = Said(member);
        if (said is null && member.ContainingType is { IsRecord: true } record)
            said = record.InstanceConstructors.SelectMany(constructor => constructor.Parameters)
                .Where(parameter => parameter.Name == member.Name).Select(Said).FirstOrDefault(one => one is not null);
        return said is null ? null : Term(said, policy);
    }

    private static AttributeData? Said(ISymbol symbol) => Attributes.One(symbol, Attributes.CollectedAt);

    private static Term? Term(AttributeData said, BoundPolicy policy) =>
        Attributes.Terms(said, TermKind.Source, policy.Model.Vocabulary).FirstOrDefault();
}
