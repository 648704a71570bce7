using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace PolicyAsCode.Build.Solution;

/// <summary>
/// Names of types as documentation comment ids write them. Every name that a signature mentions is noted in
/// <see cref="Mentioned"/>; what it is called itself is the name of its core.
/// </summary>
internal sealed class TypeNames(MetadataReader metadata) : ISignatureTypeProvider<string, object?>, ICustomAttributeTypeProvider<string>
{
    private readonly Dictionary<EntityHandle, string> _known = [];

    /// <summary>Names that were met since it was emptied.</summary>
    internal HashSet<string> Mentioned { get; } = new(StringComparer.Ordinal);

    /// <summary>The name of a type; empty for one that has none.</summary>
    internal string Of(EntityHandle type)
    {
        if (type.IsNil)
            return "";
        if (!_known.TryGetValue(type, out var name))
            _known.Add(type, name = Read(type));
        return name;
    }

    /// <summary>The same, without the arity of generic types: as waivers and people write it.</summary>
    internal static string WithoutArity(string name) =>
        name.IndexOf('`') < 0 ? name : System.Text.RegularExpressions.Regex.Replace(name, "`[0-9]+", "");

    private string Read(EntityHandle type)
    {
        switch (type.Kind)
        {
            case HandleKind.TypeDefinition:
                var defined = metadata.GetTypeDefinition((TypeDefinitionHandle)type);
                return Joined(Of(defined.GetDeclaringType()), defined.Namespace, defined.Name);
            case HandleKind.TypeReference:
                var referred = metadata.GetTypeReference((TypeReferenceHandle)type);
                return Joined(
                    referred.ResolutionScope.Kind == HandleKind.TypeReference ? Of(referred.ResolutionScope) : "",
                    referred.Namespace, referred.Name);
            case HandleKind.TypeSpecification:
                return metadata.GetTypeSpecification((TypeSpecificationHandle)type).DecodeSignature(this, null);
            default:
                return "";
        }
    }

    private string Joined(string outer, StringHandle space, StringHandle name)
    {
        var inner = metadata.GetString(name);
        if (outer.Length > 0)
            return $"{outer}.{inner}";
        return space.IsNil ? inner : $"{metadata.GetString(space)}.{inner}";
    }

    private string Noted(EntityHandle type)
    {
        var name = Of(type);
        Mentioned.Add(name);
        return name;
    }

    string ISimpleTypeProvider<string>.GetPrimitiveType(PrimitiveTypeCode typeCode) => "System." + typeCode;

    string ISimpleTypeProvider<string>.GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        Noted(handle);

    string ISimpleTypeProvider<string>.GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        Noted(handle);

    string ISignatureTypeProvider<string, object?>.GetTypeFromSpecification(
        MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    string ISZArrayTypeProvider<string>.GetSZArrayType(string elementType) => elementType;

    string IConstructedTypeProvider<string>.GetArrayType(string elementType, ArrayShape shape) => elementType;

    string IConstructedTypeProvider<string>.GetByReferenceType(string elementType) => elementType;

    string IConstructedTypeProvider<string>.GetPointerType(string elementType) => elementType;

    string IConstructedTypeProvider<string>.GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        genericType;

    string ISignatureTypeProvider<string, object?>.GetFunctionPointerType(MethodSignature<string> signature) => "";

    string ISignatureTypeProvider<string, object?>.GetGenericMethodParameter(object? genericContext, int index) => "";

    string ISignatureTypeProvider<string, object?>.GetGenericTypeParameter(object? genericContext, int index) => "";

    string ISignatureTypeProvider<string, object?>.GetModifiedType(string modifier, string unmodifiedType, bool isRequired) =>
        unmodifiedType;

    string ISignatureTypeProvider<string, object?>.GetPinnedType(string elementType) => elementType;

    string ICustomAttributeTypeProvider<string>.GetSystemType() => "System.Type";

    string ICustomAttributeTypeProvider<string>.GetTypeFromSerializedName(string name) => name;

    // Enumerations of attributes have the usual size.
    PrimitiveTypeCode ICustomAttributeTypeProvider<string>.GetUnderlyingEnumType(string type) => PrimitiveTypeCode.Int32;

    bool ICustomAttributeTypeProvider<string>.IsSystemType(string type) => type == "System.Type";
}
