using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// What members, parameters and returns are declared to hold: by attribute, by the record parameter or the property
/// behind them, by bindings and models of libraries, by what they override or implement, by attributes of others.
/// </summary>
internal sealed class DeclaredData(
    Vocabulary vocabulary, NameIndex names, BoundNames bindings, ReferencedFacts referenced, Suggestions suggestions)
{
    private readonly ConcurrentDictionary<ISymbol, MemberData> _known = new(SymbolEqualityComparer.Default);

    internal TermSet Categories(ISymbol symbol) => Of(symbol).Categories;

    internal MemberData Of(ISymbol symbol) =>
        symbol.Kind is SymbolKind.Property or SymbolKind.Field or SymbolKind.Parameter or SymbolKind.Method
            ? _known.TryGetValue(symbol.OriginalDefinition, out var known)
                ? known
                : _known.GetOrAdd(symbol.OriginalDefinition, Read)
            : MemberData.Nothing;

    /// <summary>Forgets what is declared inside of bodies: a lambda's parameter holds the file as it was bound.</summary>
    internal void ForgetBodies()
    {
        foreach (var known in _known)
            if (IsInBody(known.Key))
                _known.TryRemove(known.Key, out _);

        static bool IsInBody(ISymbol symbol) => (symbol as IMethodSymbol ?? symbol.ContainingSymbol)
            is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction };
    }

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
        var data = symbol is IFieldSymbol ownField ? ByField(ownField) : ByAttribute(symbol);
        if (data is not null)
            return data;

        return symbol switch
        {
            IPropertySymbol property => ByRecord(property) ?? ByBinding(property) ?? referenced.Declared(property)
                ?? ByMark(property, property.Type) ?? ByBase(property) ?? MemberData.Nothing,
            IParameterSymbol parameter => ByProperty(parameter) ?? ByArgument(parameter) ?? ByBase(parameter)
                ?? MemberData.Nothing,
            IMethodSymbol method => ByReturn(method) ?? ByBase(method) ?? MemberData.Nothing,
            IFieldSymbol field => ByBinding(field) ?? referenced.Declared(field) ?? ByMark(field, field.Type)
                ?? MemberData.Nothing,
            _ => MemberData.Nothing,
        };
    }

    /// <summary>The events from which retention counts that a member records, by attribute or binding.</summary>
    internal IEnumerable<Term> Anchors(ISymbol member)
    {
        foreach (var attribute in member.GetAttributes())
            if (attribute.AttributeClass is { Name: Attributes.RetentionAnchor } type && Attributes.IsOurs(type))
                foreach (var anchor in Attributes.Terms(attribute, TermKind.Anchor, vocabulary))
                    yield return anchor;
        foreach (var anchor in Bound(member)?.Anchors ?? [])
            yield return anchor;
    }

    /// <summary>Whether nothing in a type is personal data, by attribute or binding.</summary>
    internal bool IsNotPersonal(INamedTypeSymbol type) =>
        Attributes.One(type, Attributes.NotPersonalData) is { } said && Attributes.GivesReason(said) || bindings.Type(type)?.NotPersonalBecause is not null;

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
            ? ByAttribute(property) ?? ByBinding(property) ?? ByMark(property, property.Type)
            : null;

    private MemberData? ByArgument(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol method
        && bindings.Method(method)?.Argument(parameter.Name, parameter.Ordinal) is { Holds: { IsEmpty: false } held }
            ? new(TermSet.Of(held), false)
            : null;

    private MemberData? ByReturn(IMethodSymbol method) =>
        bindings.Method(method) is { Returns: { IsEmpty: false } returned } ? new(TermSet.Of(returned), false) : null;

    private MemberData? ByBinding(ISymbol member) => MemberData.Of(Bound(member));

    // What is said of a member comes before what a pattern says of many, and both before what we say of libraries.
    private MemberBinding? Bound(ISymbol member)
    {
        for (var type = member.ContainingType; type is { SpecialType: SpecialType.None }; type = type.BaseType)
            if (bindings.Member(type, member.Name) is { } bound)
                return bound;
        if (member.ContainingType is not { } owner)
            return null;
        if (bindings.Pattern(owner, member.Name) is { } matched)
            return matched;
        foreach (var attribute in AttributesOf(member))
            if (bindings.Attribute(attribute.AttributeClass) is { } bound)
                return bound;
        for (var type = owner; type is { SpecialType: SpecialType.None }; type = type.BaseType)
            if (bindings.OfLibrary(type, member.Name) is { } known)
                return known;
        return null;
    }

    private MemberData? ByMark(ISymbol member, ITypeSymbol type)
    {
        foreach (var attribute in AttributesOf(member))
            if (Marks.Is(attribute.AttributeClass))
                return new(
                    suggestions.Of(member, type, _ => true) is { } like ? TermSet.Of(like.Category) : TermSet.Empty, false)
                {
                    Mark = BoundNames.WithoutEnding(attribute.AttributeClass!.Name),
                };
        return null;
    }

    // record Customer([PersonalData] string Email): the attribute is the parameter's, and the property means it.
    private static IEnumerable<AttributeData> AttributesOf(ISymbol member)
    {
        foreach (var attribute in member.GetAttributes())
            yield return attribute;
        if (member is IPropertySymbol { ContainingType.IsRecord: true })
            foreach (var constructor in member.ContainingType.InstanceConstructors)
                foreach (var parameter in constructor.Parameters)
                    if (parameter.Name == member.Name)
                        foreach (var attribute in parameter.GetAttributes())
                            yield return attribute;
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
