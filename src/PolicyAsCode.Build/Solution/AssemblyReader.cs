using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using PolicyAsCode.Language.Facts;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Solution;

namespace PolicyAsCode.Build.Solution;

/// <summary>
/// Reads a built assembly: what our attributes say in it, and what its bodies read and write. Nothing of it is loaded or run.
/// </summary>
internal sealed class AssemblyReader
{
    private const string Annotations = "PolicyAsCode";
    private const string Sweep = "PolicyAsCode.EntityFrameworkCore.IRetentionSweep";
    private const string Set = "Microsoft.EntityFrameworkCore.DbSet`1";
    private const string SweepEnding = "Privacy";

    private static readonly Dictionary<string, TermKind> s_kinds = new(StringComparer.Ordinal)
    {
        ["DataCategoryAttribute"] = TermKind.Category,
        ["DataSubjectAttribute"] = TermKind.Subject,
        ["PurposeAttribute"] = TermKind.Purpose,
        ["RetentionAnchorAttribute"] = TermKind.Anchor,
        ["RecipientAttribute"] = TermKind.Recipient,
        ["GateAttribute"] = TermKind.Gate,
        ["CollectedAtAttribute"] = TermKind.Source,
    };

    private static readonly string[] s_tests =
        ["xunit", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core"];

    private readonly MetadataReader _metadata;
    private readonly PEReader _file;
    private readonly TypeNames _names;
    private readonly Dictionary<EntityHandle, string> _members = [];
    private readonly HashSet<string> _defined = new(StringComparer.Ordinal);
    private readonly HashSet<string> _virtual = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableHashSet<string>> _leadsTo = new(StringComparer.Ordinal);
    private readonly List<SaidTerm> _said = [];
    private readonly List<string> _holds = [];

    private AssemblyReader(PEReader file)
    {
        _file = file;
        _metadata = file.GetMetadataReader();
        _names = new(_metadata);
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be.</exception>
    /// <exception cref="BadImageFormatException">It is no assembly.</exception>
    internal static BuiltAssembly Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        if (!file.HasMetadata || !file.GetMetadataReader().IsAssembly)
            throw new BadImageFormatException();
        try
        {
            return new AssemblyReader(file).Read();
        }
        // Tables that refer to what is not there.
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or InvalidCastException)
        {
            throw new BadImageFormatException(fault.Message, fault);
        }
    }

    private BuiltAssembly Read()
    {
        var references = _metadata.AssemblyReferences
            .Select(handle => _metadata.GetString(_metadata.GetAssemblyReference(handle).Name))
            .ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        var (inventory, mistake, isReference) = OfAssembly();
        var generated = new HashSet<TypeDefinitionHandle>();
        foreach (var handle in _metadata.TypeDefinitions)
        {
            Define(handle);
            if (!IsGenerated(handle))
                continue;
            generated.Add(handle);
            _leadsTo.Remove(_names.Of(handle));
        }
        foreach (var handle in _metadata.CustomAttributes)
            Say(_metadata.GetCustomAttribute(handle));

        var bodies = new BodyReader(_metadata, _file, _names, _members, _defined);
        foreach (var handle in _metadata.TypeDefinitions)
            if (!generated.Contains(Outermost(handle)))
                bodies.Visit(handle);
        return new(_metadata.GetString(_metadata.GetAssemblyDefinition().Name))
        {
            Inventory = inventory,
            Mistake = mistake,
            IsReference = isReference,
            IsTest = references.Any(one => s_tests.Any(test => one.StartsWith(test, StringComparison.OrdinalIgnoreCase))),
            HasGeneratedOperations = generated.Count > 0,
            References = references,
            Said = [.. _said],
            Holds = [.. _holds],
            Defined = _defined.ToImmutableHashSet(StringComparer.Ordinal),
            Named = Referred().Concat(_defined).ToImmutableHashSet(StringComparer.Ordinal),
            Virtual = _virtual.ToImmutableHashSet(StringComparer.Ordinal),
            LeadsTo = _leadsTo.ToImmutableDictionary(StringComparer.Ordinal),
            Reads = bodies.Reads,
            Writes = bodies.Writes.ToImmutableHashSet(StringComparer.Ordinal),
            HandedWhole = bodies.HandedWhole.ToImmutableHashSet(StringComparer.Ordinal),
            Texts = bodies.Texts.ToImmutableHashSet(StringComparer.Ordinal),
        };
    }

    private (AssemblyInventory? Inventory, FactsMistake Mistake, bool IsReference) OfAssembly()
    {
        AssemblyInventory? inventory = null;
        var (mistake, isReference) = (FactsMistake.None, false);
        foreach (var handle in _metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = _metadata.GetCustomAttribute(handle);
            var type = _names.Of(TypeOf(attribute));
            isReference |= type == "System.Runtime.CompilerServices.ReferenceAssemblyAttribute";
            if (type == "System.Reflection.AssemblyMetadataAttribute"
                && Words(attribute) is [InventoryFile.Key, var text])
                inventory = InventoryFile.Read(text, out mistake);
        }
        return (inventory, mistake, isReference);
    }

    private void Define(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        var name = _names.Of(handle);
        _defined.Add(name);
        var isInterface = type.Attributes.HasFlag(TypeAttributes.Interface);
        foreach (var field in type.GetFields())
            Name(field, $"{name}.{_metadata.GetString(_metadata.GetFieldDefinition(field).Name)}");
        foreach (var method in type.GetMethods())
            Name(method, $"{name}.{_metadata.GetString(_metadata.GetMethodDefinition(method).Name)}");
        var leadsTo = new HashSet<string>(StringComparer.Ordinal);
        foreach (var handleOfProperty in type.GetProperties())
        {
            var property = _metadata.GetPropertyDefinition(handleOfProperty);
            var full = $"{name}.{_metadata.GetString(property.Name)}";
            Name(handleOfProperty, full);
            _names.Mentioned.Clear();
            // A context is a service: whoever is handed one does not look into all that is stored.
            if (property.DecodeSignature(_names, null).ReturnType != Set)
                leadsTo.UnionWith(_names.Mentioned);
            var accessors = property.GetAccessors();
            var accessor = accessors.Getter.IsNil ? accessors.Setter : accessors.Getter;
            if (isInterface || !accessor.IsNil
                && _metadata.GetMethodDefinition(accessor).Attributes.HasFlag(MethodAttributes.Virtual))
                _virtual.Add(full);
        }
        if (!type.BaseType.IsNil)
            leadsTo.Add(_names.Of(type.BaseType));
        _leadsTo[name] = leadsTo.ToImmutableHashSet(StringComparer.Ordinal);

        void Name(EntityHandle member, string full)
        {
            _members[member] = full;
            _defined.Add(full);
        }
    }

    private void Say(CustomAttribute attribute)
    {
        var constructor = TypeOf(attribute);
        var name = _names.Of(constructor);
        if (!name.StartsWith(Annotations + ".", StringComparison.Ordinal))
            return;
        var code = CodeOf(attribute.Parent);
        name = name.Substring(Annotations.Length + 1);
        if (code is null)
            return;
        if (name == "LegalHoldAttribute")
            _holds.Add(code);
        else if (s_kinds.TryGetValue(name, out var kind))
            foreach (var word in Words(attribute))
                _said.Add(new(kind, word, code));
    }

    private string? CodeOf(EntityHandle code)
    {
        switch (code.Kind)
        {
            case HandleKind.AssemblyDefinition:
                return "";
            case HandleKind.TypeDefinition:
                return _names.Of(code);
            case HandleKind.Parameter:
                return _metadata.MethodDefinitions
                    .Where(method => _metadata.GetMethodDefinition(method).GetParameters().Contains((ParameterHandle)code))
                    .Select(method => _members[method]).FirstOrDefault();
            default:
                return _members.TryGetValue(code, out var member) ? member : null;
        }
    }

    // The constructor's strings, also those of a `params` array.
    private List<string> Words(CustomAttribute attribute)
    {
        var words = new List<string>();
        try
        {
            foreach (var argument in attribute.DecodeValue(_names).FixedArguments)
                if (argument.Value is string word)
                    words.Add(word);
                else if (argument.Value is ImmutableArray<CustomAttributeTypedArgument<string>> many)
                    words.AddRange(many.Select(one => one.Value).OfType<string>());
        }
        catch (BadImageFormatException)
        {
            // An attribute of a shape that ours do not have says nothing.
        }
        return words;
    }

    private EntityHandle TypeOf(CustomAttribute attribute) => attribute.Constructor.Kind switch
    {
        HandleKind.MemberReference => _metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent,
        HandleKind.MethodDefinition =>
            _metadata.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType(),
        _ => default,
    };

    // What the generator writes reads and writes everything that there is, for no purpose but to end it.
    private bool IsGenerated(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        return _metadata.GetString(type.Name).EndsWith(SweepEnding, StringComparison.Ordinal)
            && type.GetInterfaceImplementations()
                .Any(one => _names.Of(_metadata.GetInterfaceImplementation(one).Interface) == Sweep);
    }

    private TypeDefinitionHandle Outermost(TypeDefinitionHandle handle)
    {
        while (_metadata.GetTypeDefinition(handle).GetDeclaringType() is { IsNil: false } outer)
            handle = outer;
        return handle;
    }

    // What it uses of others: types, and their members.
    private IEnumerable<string> Referred()
    {
        foreach (var handle in _metadata.TypeReferences)
            yield return _names.Of(handle);
        foreach (var handle in _metadata.MemberReferences)
        {
            var member = _metadata.GetMemberReference(handle);
            if (_names.Of(member.Parent) is { Length: > 0 } type)
                yield return $"{type}.{_metadata.GetString(member.Name)}";
        }
    }
}
