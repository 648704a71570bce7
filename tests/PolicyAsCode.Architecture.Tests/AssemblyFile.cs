using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PolicyAsCode.Architecture.Tests;

/// <summary>What an assembly says of itself, read as data: nothing is loaded.</summary>
internal sealed class AssemblyFile : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _metadata;

    public AssemblyFile(string path)
    {
        _file = new(File.OpenRead(path));
        _metadata = _file.GetMetadataReader();
    }

    /// <summary>The assemblies that its code uses.</summary>
    public IReadOnlyList<AssemblyName> References =>
        [.. _metadata.AssemblyReferences.Select(handle => _metadata.GetAssemblyReference(handle).GetAssemblyName())];

    /// <summary>The types that people wrote; what the compiler adds has names that C# cannot write.</summary>
    public IEnumerable<TypeFacts> Types
    {
        get
        {
            foreach (var handle in _metadata.TypeDefinitions)
            {
                var type = _metadata.GetTypeDefinition(handle);
                var name = NameOf(type);
                if (name.Contains('<'))
                    continue;

                var outer = type.GetDeclaringType();
                var isNested = !outer.IsNil;
                yield return new(
                    isNested ? $"{NameOf(_metadata.GetTypeDefinition(outer))}.{name}" : name,
                    BaseOf(type),
                    type.Attributes,
                    IsPublic: (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public);
            }
        }
    }

    public void Dispose() => _file.Dispose();

    private string NameOf(TypeDefinition type) =>
        type.Namespace.IsNil
            ? _metadata.GetString(type.Name)
            : $"{_metadata.GetString(type.Namespace)}.{_metadata.GetString(type.Name)}";

    private string BaseOf(TypeDefinition type) => BaseOf(type.BaseType);

    private string BaseOf(EntityHandle handle)
    {
        if (handle.IsNil)
            return "";
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                return NameOf(_metadata.GetTypeDefinition((TypeDefinitionHandle)handle));
            case HandleKind.TypeReference:
                var reference = _metadata.GetTypeReference((TypeReferenceHandle)handle);
                return $"{_metadata.GetString(reference.Namespace)}.{_metadata.GetString(reference.Name)}";
            default:
                // A generic base, such as Key<T>: its signature is GENERICINST CLASS, then the type.
                var signature = _metadata.GetBlobReader(
                    _metadata.GetTypeSpecification((TypeSpecificationHandle)handle).Signature);
                signature.ReadByte();
                signature.ReadByte();
                return BaseOf(signature.ReadTypeHandle());
        }
    }
}

/// <summary>A type: its name, what it derives from, and how it is declared.</summary>
internal sealed record TypeFacts(string Name, string Base, TypeAttributes Attributes, bool IsPublic)
{
    /// <summary>A class that could be derived from, and does not have to be.</summary>
    public bool IsOpen =>
        (Attributes & (TypeAttributes.Interface | TypeAttributes.Abstract | TypeAttributes.Sealed)) == 0;
}
