using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PolicyAsCode.Reports.Results;

/// <summary>
/// Which test methods of an assembly name which clauses, by <c>[Trait("Clause", "JOVA-1.3")]</c> on the method or its
/// class. Result files do not hold traits, so they are read where they stand; nothing of the assembly is run.
/// </summary>
internal sealed class ClauseTraits
{
    private const string Trait = "Clause";

    private readonly Dictionary<(string Class, string Method), ImmutableArray<string>> _clauses = [];

    /// <summary>Reads an assembly.</summary>
    /// <exception cref="IOException">It is not there.</exception>
    /// <exception cref="BadImageFormatException">It is none.</exception>
    public static ClauseTraits Read(string assembly)
    {
        var traits = new ClauseTraits();
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            var ofAll = ClausesOf(type.GetCustomAttributes(), metadata);
            foreach (var method in type.GetMethods().Select(metadata.GetMethodDefinition))
                if (ofAll.AddRange(ClausesOf(method.GetCustomAttributes(), metadata)) is { IsEmpty: false } clauses)
                    traits._clauses[(NameOf(type, metadata), metadata.GetString(method.Name))] = clauses;
        }
        return traits;
    }

    /// <summary>The clauses that a test names.</summary>
    public ImmutableArray<string> Of(string type, string method) =>
        _clauses.TryGetValue((type, method), out var clauses) ? clauses : [];

    private static ImmutableArray<string> ClausesOf(CustomAttributeHandleCollection attributes, MetadataReader metadata)
    {
        var clauses = ImmutableArray.CreateBuilder<string>();
        foreach (var handle in attributes)
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (!IsTrait(attribute, metadata))
                continue;
            var arguments = metadata.GetBlobReader(attribute.Value);
            arguments.ReadUInt16(); // the mark of every attribute
            if (arguments.ReadSerializedString() == Trait && arguments.ReadSerializedString() is { } clause)
                clauses.Add(clause);
        }
        return clauses.ToImmutable();
    }

    private static bool IsTrait(CustomAttribute attribute, MetadataReader metadata) =>
        attribute.Constructor.Kind == HandleKind.MemberReference
        && metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } parent
        && metadata.GetTypeReference((TypeReferenceHandle)parent) is var type
        && metadata.StringComparer.Equals(type.Name, "TraitAttribute")
        && metadata.StringComparer.Equals(type.Namespace, "Xunit");

    private static string NameOf(TypeDefinition type, MetadataReader metadata)
    {
        var name = metadata.GetString(type.Name);
        if (type.GetDeclaringType() is { IsNil: false } outer)
            return $"{NameOf(metadata.GetTypeDefinition(outer), metadata)}+{name}";
        var space = metadata.GetString(type.Namespace);
        return space.Length == 0 ? name : $"{space}.{name}";
    }
}
