using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// Our attributes, known by namespace and name: a project's own copy of them, or of another version, counts as well.
/// </summary>
internal static class Attributes
{
    internal const string DataCategory = "DataCategoryAttribute";
    internal const string DataSubject = "DataSubjectAttribute";
    internal const string Purpose = "PurposeAttribute";
    internal const string RetentionAnchor = "RetentionAnchorAttribute";
    internal const string LegalHold = "LegalHoldAttribute";
    internal const string Gate = "GateAttribute";
    internal const string Anonymises = "AnonymisesAttribute";
    internal const string Recipient = "RecipientAttribute";
    internal const string CollectedAt = "CollectedAtAttribute";
    internal const string Transfers = "TransfersAttribute";
    internal const string Encrypted = "EncryptedAttribute";
    internal const string Audits = "AuditsAttribute";
    internal const string OptOut = "OptOutAttribute";
    internal const string NotPersonalData = "NotPersonalDataAttribute";

    /// <summary>The kinds of terms that our attributes take.</summary>
    internal static ImmutableDictionary<string, TermKind> Kinds { get; } = new Dictionary<string, TermKind>
    {
        [DataCategory] = TermKind.Category,
        [DataSubject] = TermKind.Subject,
        [Purpose] = TermKind.Purpose,
        [RetentionAnchor] = TermKind.Anchor,
        [Recipient] = TermKind.Recipient,
        [Gate] = TermKind.Gate,
        [CollectedAt] = TermKind.Source,
    }.ToImmutableDictionary();

    internal static bool IsOurs(INamedTypeSymbol? type) =>
        type?.ContainingNamespace is { Name: "PolicyAsCode", ContainingNamespace.IsGlobalNamespace: true };

    internal static AttributeData? One(ImmutableArray<AttributeData> all, string name)
    {
        foreach (var attribute in all)
            if (attribute.AttributeClass?.Name == name && IsOurs(attribute.AttributeClass))
                return attribute;
        return null;
    }

    internal static AttributeData? One(ISymbol symbol, string name) => One(symbol.GetAttributes(), name);

    /// <summary>The strings that an attribute was given, also through <c>params</c>.</summary>
    internal static IEnumerable<string> Strings(AttributeData attribute) =>
        attribute.ConstructorArguments.SelectMany(argument =>
            argument.Kind == TypedConstantKind.Array
                ? argument.Values.IsDefault ? [] : argument.Values.Select(value => value.Value as string)
                : [argument.Value as string])
            .OfType<string>();

    /// <summary>Whether a <see cref="NotPersonalData"/> says why: without a reason it declares nothing.</summary>
    internal static bool GivesReason(AttributeData notPersonal) => !string.IsNullOrWhiteSpace(Strings(notPersonal).FirstOrDefault());

    /// <summary>The terms of the vocabulary among them.</summary>
    internal static IEnumerable<Term> Terms(AttributeData attribute, TermKind kind, Vocabulary vocabulary) =>
        Strings(attribute).Select(key => vocabulary.Meant(kind, key)).OfType<Term>();

    /// <summary>The form that an attribute was given by name.</summary>
    internal static Form Form(AttributeData attribute)
    {
        foreach (var named in attribute.NamedArguments)
            if (named is { Key: "Form", Value.Value: int form })
                return (Form)form;
        return Language.Model.Form.Raw;
    }

    /// <summary>Whether the symbol carries an attribute of that full name, itself or by a base class.</summary>
    internal static bool Has(ISymbol symbol, string attributeName, string inNamespace)
    {
        for (var at = symbol; at is not null; at = (at as INamedTypeSymbol)?.BaseType)
            foreach (var attribute in at.GetAttributes())
                if (attribute.AttributeClass is { } type && type.Name == attributeName && IsIn(type, inNamespace))
                    return true;
        return false;
    }

    /// <summary>Whether the type is in that namespace, without building its name.</summary>
    internal static bool IsIn(ISymbol symbol, string name)
    {
        var space = symbol.ContainingNamespace;
        if (name.Length == 0)
            return space is { IsGlobalNamespace: true };
        var end = name.Length;
        while (space is { IsGlobalNamespace: false })
        {
            var start = end - space.Name.Length;
            if (start < 0 || string.CompareOrdinal(name, start, space.Name, 0, space.Name.Length) != 0)
                return false;
            end = start - 1;
            if (end >= 0 && name[end] != '.')
                return false;
            space = space.ContainingNamespace;
        }
        return end == -1;
    }
}
