using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PolicyAsCode.Reports.Results;

/// <summary>
/// Which tests of an assembly name which clauses, by <c>[Trait("Clause", "JOVA-1.3")]</c> on the method or its class, or on those
/// that they are derived from. Result files do not hold traits, so they are read where they stand; nothing of the assembly is run.
/// </summary>
internal sealed class ClauseTraits
{
    private const string Trait = "Clause";

    // What marks a test, whoever derived it: FactAttribute, TheoryAttribute, PostgreSqlFactAttribute.
    private static readonly ImmutableArray<string> s_marks = ["FactAttribute", "TheoryAttribute"];

    private readonly MetadataReader _metadata;

    private readonly Dictionary<(string Class, string Method), ImmutableArray<string>> _clauses = [];

    private readonly List<(string Class, string Method)> _tests = [];

    // Classes that inherit from another assembly, whose methods do not stand here.
    private readonly HashSet<string> _inherit = new(StringComparer.Ordinal);

    private ClauseTraits(MetadataReader metadata) => _metadata = metadata;

    /// <summary>All tests that name a clause, in the order of the assembly.</summary>
    public IEnumerable<(string Class, string Method, ImmutableArray<string> Clauses)> Tests => _tests.Distinct()
        .Select(test => (test.Class, test.Method, _clauses[test]))
        .Where(test => !test.Item3.IsEmpty);

    /// <summary>Reads an assembly.</summary>
    /// <exception cref="IOException">It is not there.</exception>
    /// <exception cref="BadImageFormatException">It is none.</exception>
    public static ClauseTraits Read(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var traits = new ClauseTraits(file.GetMetadataReader());
        foreach (var handle in traits._metadata.TypeDefinitions)
            traits.Add(handle);
        return traits;
    }

    /// <summary>Whether the assembly has the method, in a class of which there can be one; a class can inherit it from elsewhere.</summary>
    public bool Has(string type, string method) => _clauses.ContainsKey((type, method)) || _inherit.Contains(type);

    /// <summary>The clauses that a test names.</summary>
    public ImmutableArray<string> Of(string type, string method) =>
        _clauses.TryGetValue((type, method), out var clauses) ? clauses : [];

    // A test of an abstract or an open generic class runs, and is reported, in those that are derived from it.
    private void Add(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        if (type.Attributes.HasFlag(TypeAttributes.Abstract) || type.GetGenericParameters().Count > 0)
            return;
        var name = NameOf(type);
        var lineage = Lineage(handle).Select(_metadata.GetTypeDefinition).ToList();
        if (lineage[lineage.Count - 1].BaseType is { IsNil: false } other && !IsObject(other))
            _inherit.Add(name);
        ImmutableArray<string> ofAll = [.. lineage.SelectMany(one => ClausesOf(one.GetCustomAttributes()))];
        foreach (var method in lineage.SelectMany(one => one.GetMethods()).Select(_metadata.GetMethodDefinition))
        {
            var key = (name, _metadata.GetString(method.Name));
            _clauses[key] = [.. Of(name, key.Item2).Concat(ofAll).Concat(ClausesOf(method.GetCustomAttributes())).Distinct()];
            if (IsTest(method))
                _tests.Add(key);
        }
    }

    // The type, and what it is derived from in the same assembly.
    private IEnumerable<TypeDefinitionHandle> Lineage(TypeDefinitionHandle handle)
    {
        for (EntityHandle at = handle; !at.IsNil; at = Definition(_metadata.GetTypeDefinition((TypeDefinitionHandle)at).BaseType))
            yield return (TypeDefinitionHandle)at;
    }

    private EntityHandle Definition(EntityHandle type)
    {
        if (type.Kind == HandleKind.TypeSpecification)
        {
            // Of Checks<Shop>: that it is generic, that it is a class, and which.
            var signature = _metadata.GetBlobReader(_metadata.GetTypeSpecification((TypeSpecificationHandle)type).Signature);
            if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
                return default;
            signature.ReadByte();
            type = signature.ReadTypeHandle();
        }

        return type.Kind == HandleKind.TypeDefinition ? type : default;
    }

    private bool IsObject(EntityHandle type) => type.Kind == HandleKind.TypeReference
        && _metadata.GetTypeReference((TypeReferenceHandle)type) is var reference
        && _metadata.GetString(reference.Name) == nameof(Object) && _metadata.GetString(reference.Namespace) == nameof(System);

    private bool IsTest(MethodDefinition method) => method.GetCustomAttributes().Any(handle =>
        TypeOf(_metadata.GetCustomAttribute(handle)).Name is var name
        && s_marks.Any(mark => name.EndsWith(mark, StringComparison.Ordinal)));

    private IEnumerable<string> ClausesOf(CustomAttributeHandleCollection attributes)
    {
        foreach (var handle in attributes)
        {
            var attribute = _metadata.GetCustomAttribute(handle);
            if (TypeOf(attribute) is not ("Xunit", "TraitAttribute"))
                continue;
            var arguments = _metadata.GetBlobReader(attribute.Value);
            arguments.ReadUInt16(); // the mark of every attribute
            if (arguments.ReadSerializedString() == Trait && arguments.ReadSerializedString() is { } clause)
                yield return clause;
        }
    }

    private (string Namespace, string Name) TypeOf(CustomAttribute attribute)
    {
        var type = attribute.Constructor.Kind == HandleKind.MemberReference
            ? _metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent
            : _metadata.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType();
        return type.Kind switch
        {
            HandleKind.TypeReference when _metadata.GetTypeReference((TypeReferenceHandle)type) is var other =>
                (_metadata.GetString(other.Namespace), _metadata.GetString(other.Name)),
            HandleKind.TypeDefinition when _metadata.GetTypeDefinition((TypeDefinitionHandle)type) is var own =>
                (_metadata.GetString(own.Namespace), _metadata.GetString(own.Name)),
            _ => ("", ""),
        };
    }

    private string NameOf(TypeDefinition type)
    {
        var name = _metadata.GetString(type.Name);
        if (type.GetDeclaringType() is { IsNil: false } outer)
            return $"{NameOf(_metadata.GetTypeDefinition(outer))}+{name}";
        var space = _metadata.GetString(type.Namespace);
        return space.Length == 0 ? name : $"{space}.{name}";
    }
}
