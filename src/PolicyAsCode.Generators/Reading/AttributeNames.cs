using Microsoft.CodeAnalysis;

namespace PolicyAsCode.Generators.Reading;

/// <summary>The attributes that speak of privacy and of mapping, by metadata name: their assemblies are not referenced.</summary>
internal static class AttributeNames
{
    public const string PrivacyOperations = "PolicyAsCode.EntityFrameworkCore.PrivacyOperationsAttribute";
    public const string DataCategory = "PolicyAsCode.DataCategoryAttribute";
    public const string DataSubject = "PolicyAsCode.DataSubjectAttribute";
    public const string RetentionAnchor = "PolicyAsCode.RetentionAnchorAttribute";
    public const string LegalHold = "PolicyAsCode.LegalHoldAttribute";
    public const string NotPersonalData = "PolicyAsCode.NotPersonalDataAttribute";
    public const string Anonymises = "PolicyAsCode.AnonymisesAttribute";
    public const string NotMapped = "System.ComponentModel.DataAnnotations.Schema.NotMappedAttribute";
    public const string ForeignKey = "System.ComponentModel.DataAnnotations.Schema.ForeignKeyAttribute";
    public const string Required = "System.ComponentModel.DataAnnotations.RequiredAttribute";
    public const string Key = "System.ComponentModel.DataAnnotations.KeyAttribute";
    public const string PrimaryKey = "Microsoft.EntityFrameworkCore.PrimaryKeyAttribute";
    public const string Keyless = "Microsoft.EntityFrameworkCore.KeylessAttribute";
    public const string Index = "Microsoft.EntityFrameworkCore.IndexAttribute";
    public const string Owned = "Microsoft.EntityFrameworkCore.OwnedAttribute";
    public const string ComplexType = "System.ComponentModel.DataAnnotations.Schema.ComplexTypeAttribute";

    /// <summary>The attributes of that name on a symbol.</summary>
    public static IEnumerable<AttributeData> All(ISymbol symbol, string name) =>
        symbol.GetAttributes().Where(attribute => attribute.AttributeClass is { } type && NameOf(type) == name);

    /// <summary>Whether a symbol carries the attribute.</summary>
    public static bool Has(ISymbol symbol, string name) => All(symbol, name).Any();

    /// <summary>All texts among the attribute's arguments, those of <c>params</c> arrays included.</summary>
    public static IEnumerable<string> Texts(AttributeData attribute) =>
        attribute.ConstructorArguments
            .SelectMany(argument => argument.Kind == TypedConstantKind.Array
                ? argument.Values.IsDefault ? [] : argument.Values.AsEnumerable()
                : [argument])
            .Select(argument => argument.Value)
            .OfType<string>();

    /// <summary>Metadata name of a type, namespace and arity included.</summary>
    public static string NameOf(INamedTypeSymbol type)
    {
        var name = type.MetadataName;
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            name = outer.MetadataName + "+" + name;
        return type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + name : name;
    }
}
