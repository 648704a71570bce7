using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// What members, parameters and returns are declared to hold: by attribute, by the record parameter or the property
/// behind them, by what they override or implement, by bindings.
/// </summary>
internal sealed class DeclaredData(
    Vocabulary vocabulary, NameIndex names, BoundNames bindings, ReferencedFacts referenced)
{
    private readonly ConcurrentDictionary<ISymbol, MemberData> _known = new(SymbolEqualityComparer.Default);

    internal TermSet Categories(ISymbol symbol) => Of(symbol).Categories;

    internal MemberData Of(ISymbol symbol) =>
        symbol.Kind is SymbolKind.Property or SymbolKind.Field or SymbolKind.Parameter or SymbolKind.Method
            ? _known.GetOrAdd(symbol.OriginalDefinition, Read)
            : MemberData.Nothing;

    /// <summary>Whose data a type holds, by attribute or binding; null where nobody says.</summary>
    internal Term? Subject(INamedTypeSymbol type)
    {
        for (var at = type; at is { SpecialType: SpecialType.None }; at = at.BaseType)
            if (Attributes.One(at, Attributes.DataSubject) is { } attribute)
                return Attributes.Terms(attribute, TermKind.Subject, vocabulary).FirstOrDefault();
            else if (bindings.Type(at)?.Subject is { } bound)
                return bound;
        return null;
    }

    /// <summary>What a member's own attribute says, or its record parameter's; null where none says anything.</summary>
    internal MemberData? ByOwnAttribute(ISymbol member) =>
        ByAttribute(member) ?? (member is IPropertySymbol property ? ByRecord(property) : null);

    private MemberData Read(ISymbol symbol)
    {
        var data = symbol is IFieldSymbol field ? ByField(field) : ByAttribute(symbol);
        if (data is not null)
            return data;

        return symbol switch
        {
            IPropertySymbol property => ByRecord(property) ?? ByBinding(property) ?? referenced.Declared(property)
                ?? ByBase(property) ?? MemberData.Nothing,
            IParameterSymbol parameter => ByProperty(parameter) ?? ByBase(parameter) ?? MemberData.Nothing,
            IMethodSymbol method => ByBase(method) ?? MemberData.Nothing,
            _ => ByBinding(symbol) ?? referenced.Declared(symbol) ?? MemberData.Nothing,
        };
    }

    private MemberData? ByAttribute(ISymbol symbol)
    {
        var attributes = symbol is IMethodSymbol method ? method.GetReturnTypeAttributes() : symbol.GetAttributes();
        if (Attributes.One(attributes, Attributes.DataCategory) is { } category)
            return new(TermSet.Of(Attributes.Terms(category, TermKind.Category, vocabulary)), false)
            {
                Form = Attributes.Form(category),
            };
        return Attributes.One(attributes, Attributes.NotPersonalData) is { } said && Attributes.GivesReason(said)
            ? new(TermSet.Empty, true)
            : null;
    }

    // A property's own field, made by the compiler or by hand as `_email`, holds what the property holds.
    private MemberData? ByField(IFieldSymbol field)
    {
        if (field.AssociatedSymbol is IPropertySymbol own)
            return Of(own);
        if (ByAttribute(field) is { } said)
            return said;
        if (field.DeclaredAccessibility != Accessibility.Private)
            return null;

        var bare = field.Name.StartsWith("m_", StringComparison.Ordinal)
            ? field.Name.Substring(2)
            : field.Name.TrimStart('_');
        foreach (var member in field.ContainingType.GetMembers())
            if (member is IPropertySymbol property && property.Name.Equals(bare, StringComparison.OrdinalIgnoreCase)
                && Of(property) is { IsDeclared: true } held)
                return held;
        return null;
    }

    // record Customer([DataCategory(…)] string Email): the attribute is the parameter's, and the property means it.
    private MemberData? ByRecord(IPropertySymbol property)
    {
        if (property.ContainingType is not { IsRecord: true } record || !property.IsImplicitlyDeclared
            && !IsPositional(property))
            return null;
        foreach (var constructor in record.InstanceConstructors)
            foreach (var parameter in constructor.Parameters)
                if (parameter.Name == property.Name && ByAttribute(parameter) is { } said)
                    return said;
        return null;
    }

    private static bool IsPositional(IPropertySymbol property) => property.DeclaringSyntaxReferences.IsEmpty
        || property.DeclaringSyntaxReferences[0].GetSyntax()
            is Microsoft.CodeAnalysis.CSharp.Syntax.ParameterSyntax;

    private MemberData? ByProperty(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol made
        && made is { MethodKind: MethodKind.Constructor, ContainingType.IsRecord: true }
        && made.ContainingType.GetMembers(parameter.Name).FirstOrDefault() is IPropertySymbol property
            ? ByAttribute(property) ?? ByBinding(property)
            : null;

    private MemberData? ByBinding(ISymbol member)
    {
        for (var type = member.ContainingType; type is { SpecialType: SpecialType.None }; type = type.BaseType)
            if (bindings.Member(type, member.Name) is { } bound)
                return new(TermSet.Of(bound.Categories), bound.NotPersonalBecause is not null);
        return null;
    }

    private MemberData? ByBase(ISymbol member)
    {
        ISymbol? overridden = member switch
        {
            IPropertySymbol property => property.OverriddenProperty,
            IMethodSymbol method => method.OverriddenMethod,
            IParameterSymbol { ContainingSymbol: IMethodSymbol { OverriddenMethod: { } method } } parameter
                when parameter.Ordinal < method.Parameters.Length => method.Parameters[parameter.Ordinal],
            _ => null,
        };
        if (overridden is not null)
            return Of(overridden) is { IsDeclared: true } said ? said : null;

        var ordinal = member is IParameterSymbol { Ordinal: var position } ? position : -1;
        var implementing = ordinal < 0 ? member : member.ContainingSymbol;
        if (implementing.ContainingType is not { TypeKind: not TypeKind.Interface } type
            || !names.Personal.Contains(member.Name))
            return null;
        foreach (var contract in type.AllInterfaces)
            foreach (var candidate in contract.GetMembers(implementing.Name))
                if (SymbolEqualityComparer.Default.Equals(
                        type.FindImplementationForInterfaceMember(candidate), implementing)
                    && (ordinal < 0 ? candidate : (candidate as IMethodSymbol)?.Parameters.ElementAtOrDefault(ordinal))
                        is { } promised
                    && Of(promised) is { IsDeclared: true } said)
                    return said;
        return null;
    }
}
