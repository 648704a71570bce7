using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Libraries;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// The bindings, and after them what models say of libraries, found by simple names first: most symbols are bound by none,
/// and cost one look-up.
/// </summary>
internal sealed class BoundNames
{
    private const string Constructor = "..ctor";

    private readonly BindingsModel _bindings;
    private readonly KnownTypes _known;
    private readonly ILookup<string, (string Type, MemberBinding Member)> _members;
    private readonly ILookup<string, (string Type, MemberBinding Member)> _ofLibraries;
    private readonly ILookup<string, TypeBinding> _types;
    private readonly ILookup<string, MethodBinding> _methods;
    private readonly ILookup<string, PatternBinding> _patterns;
    private readonly ImmutableArray<PatternBinding> _openPatterns;
    private readonly ILookup<string, AttributeBinding> _attributes;

    internal BoundNames(BindingsModel bindings, IEnumerable<TypeBinding> libraries, KnownTypes known)
    {
        var ordinal = StringComparer.Ordinal;
        (_bindings, _known) = (bindings, known);
        _members = Members(bindings.Types);
        // A library that this program does not know costs it nothing.
        var present = libraries.Where(type => known.Find(type.Type) is not null).ToImmutableArray();
        _ofLibraries = Members(present);
        _types = bindings.Types.ToLookup(type => SimpleName(type.Type), ordinal);
        _methods = bindings.Methods.ToLookup(method => Split(method.Method).Name, ordinal);
        _patterns = bindings.Patterns.Where(one => !one.Pattern.Member.IsOpen)
            .ToLookup(one => one.Pattern.Member.Text, ordinal);
        _openPatterns = [.. bindings.Patterns.Where(one => one.Pattern.Member.IsOpen)];
        _attributes = bindings.Attributes.ToLookup(one => SimpleName(one.Attribute), ordinal);
        Namespaces = [.. bindings.Namespaces.OrderByDescending(space => space.Namespace.Length)];
        TypeNames = [.. bindings.Types.Concat(present).Select(type => SimpleName(type.Type)).Distinct()];

        static ILookup<string, (string Type, MemberBinding Member)> Members(IEnumerable<TypeBinding> types) => types
            .SelectMany(type => type.Members.Select(member => (type.Type, Member: member)))
            .ToLookup(bound => bound.Member.Member, StringComparer.Ordinal);
    }

    /// <summary>Purposes of namespaces, the longest name first.</summary>
    internal ImmutableArray<NamespaceBinding> Namespaces { get; }

    /// <summary>Simple names of bound members, of methods that return personal data, and of parameters that hold it.</summary>
    internal IEnumerable<string> MemberNames => _members.Select(group => group.Key)
        .Concat(_ofLibraries.Select(group => group.Key))
        .Concat(_bindings.Methods.Where(method => !method.Returns.IsEmpty).Select(method => Split(method.Method).Name))
        .Concat(_bindings.Methods.SelectMany(ParameterNames));

    internal ImmutableArray<string> TypeNames { get; }

    /// <summary>Whether anything is said of any type; and whether of any method.</summary>
    internal bool HasTypes => _types.Count > 0;

    internal bool HasMethods => _methods.Count > 0;

    /// <summary>The patterns of members.</summary>
    internal ImmutableArray<PatternBinding> Patterns => _bindings.Patterns;

    /// <summary>Simple names of attributes that say what a member holds, without the ending.</summary>
    internal IEnumerable<string> AttributeNames => _attributes.Select(group => WithoutEnding(group.Key));

    /// <summary>Names of methods that take data somewhere: into a log, a URL …</summary>
    internal IEnumerable<string> SinkNames => _methods
        .Where(group => group.Any(method =>
            !method.Reaches.IsEmpty || method.Arguments.Any(argument => !argument.Reaches.IsEmpty)))
        .Select(group => group.Key);

    /// <summary>Names of methods by which somebody can say no.</summary>
    internal IEnumerable<string> OptOutNames =>
        _methods.Where(group => group.Any(method => method.HasWayOut)).Select(group => group.Key);

    internal IEnumerable<string> ProvingNames =>
        _methods.Where(group => group.Any(method => method.Proves is not null)).Select(group => group.Key);

    /// <summary>What a member of that type is said to hold.</summary>
    internal MemberBinding? Member(INamedTypeSymbol type, string name) => In(_members[name], type);

    /// <summary>Simple names of bound methods that take data somewhere, or change its form.</summary>
    internal IEnumerable<string> EndNames => _methods.Where(group => group.Any(method => method.DoesSomethingToData))
        .Select(group => group.Key);

    /// <summary>All that is bound of members, by their types' metadata names.</summary>
    internal IEnumerable<(string Type, MemberBinding Member)> Members => _members.SelectMany(group => group);

    /// <summary>What a library's model says that a member of that type holds.</summary>
    internal MemberBinding? OfLibrary(INamedTypeSymbol type, string name) => In(_ofLibraries[name], type);

    /// <summary>What the first pattern says that matches a member of that type.</summary>
    internal MemberBinding? Pattern(INamedTypeSymbol type, string name)
    {
        string? typeName = null;
        foreach (var one in _patterns[name])
            if (one.Pattern.Matches(typeName ??= MetadataName(type), name))
                return one.Held;
        foreach (var one in _openPatterns)
            if (one.Pattern.Member.Matches(name) && one.Pattern.Matches(typeName ??= MetadataName(type), name))
                return one.Held;
        return null;
    }

    /// <summary>What members hold that carry that attribute, or one that derives from it.</summary>
    internal MemberBinding? Attribute(INamedTypeSymbol? attribute)
    {
        for (var at = attribute; at is not null; at = at.BaseType)
            foreach (var bound in _attributes[at.Name])
                if (IsNamed(at, bound.Attribute))
                    return bound.Held;
        return null;
    }

    internal TypeBinding? Type(INamedTypeSymbol type) =>
        _types[type.Name].FirstOrDefault(bound => IsNamed(type, bound.Type));

    internal MethodBinding? Method(IMethodSymbol method)
    {
        foreach (var bound in _methods[method.Name])
        {
            var type = Split(bound.Method).Type;
            if (IsNamed(method.ContainingType, type)
                || method.ContainingType?.AllInterfaces.Any(implemented => IsNamed(implemented, type)) == true)
                return bound;
        }
        return null;
    }

    /// <summary>To whom a package talks: one whose assemblies are named like it, or like it and a dot.</summary>
    internal Receiver? Package(IAssemblySymbol? assembly)
    {
        if (assembly is not null)
            foreach (var bound in _bindings.Packages)
                if (assembly.Name.StartsWith(bound.Package, StringComparison.OrdinalIgnoreCase)
                    && (assembly.Name.Length == bound.Package.Length || assembly.Name[bound.Package.Length] == '.'))
                    return bound.Receiver;
        return null;
    }

    /// <summary>Who answers at a host; the host itself before all that are below another.</summary>
    internal Receiver? Host(string host) => _bindings.Hosts
        .Where(bound => bound.Matches(host))
        .OrderByDescending(bound => bound.Host.Length)
        .FirstOrDefault()?.Receiver;

    /// <summary>Whether anybody says where any host stands.</summary>
    internal bool HasRegions => !_bindings.Regions.IsEmpty;

    /// <summary>Where a host stands; the host itself before all that are below another. Null where nobody says.</summary>
    internal string? Region(string host) => _bindings.Regions
        .Where(bound => bound.Matches(host))
        .OrderByDescending(bound => bound.Host.Length)
        .FirstOrDefault()?.Region;

    /// <summary>Which statement of the policy a cookie belongs to; null where no binding says.</summary>
    internal string? Cookie(string name) =>
        _bindings.Cookies.FirstOrDefault(bound => bound.Cookie == name)?.Statement;

    /// <summary>A type's name as bindings write it: namespace, containing types, arity.</summary>
    internal static string MetadataName(INamedTypeSymbol type)
    {
        var name = type.MetadataName;
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            name = outer.MetadataName + "+" + name;
        return type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + name : name;
    }

    /// <summary>The type and the name of a method as bindings write it; <c>.ctor</c> for constructors.</summary>
    internal static (string Type, string Name) Split(string method)
    {
        if (method.EndsWith(Constructor, StringComparison.Ordinal))
            return (method.Substring(0, method.Length - Constructor.Length), Constructor.Substring(1));
        var dot = method.LastIndexOf('.');
        return (method.Substring(0, Math.Max(0, dot)), method.Substring(dot + 1));
    }

    /// <summary>An attribute's name as code writes it.</summary>
    internal static string WithoutEnding(string attribute) =>
        attribute.EndsWith("Attribute", StringComparison.Ordinal) ? attribute.Substring(0, attribute.Length - 9) : attribute;

    private static MemberBinding? In(IEnumerable<(string Type, MemberBinding Member)> bound, INamedTypeSymbol type)
    {
        foreach (var (name, member) in bound)
            if (IsNamed(type, name))
                return member;
        return null;
    }

    // An argument may be given by its place; the name behind it is the library's.
    private IEnumerable<string> ParameterNames(MethodBinding method)
    {
        if (method.Arguments.All(argument => argument.Holds.IsEmpty))
            return [];
        var (type, name) = Split(method.Method);
        return _known.Find(type) is { } owner
            ? owner.GetMembers(name).OfType<IMethodSymbol>().SelectMany(one => one.Parameters).Select(one => one.Name)
            : [];
    }

    private static bool IsNamed(INamedTypeSymbol? type, string metadataName)
    {
        if (type is null || !metadataName.EndsWith(type.MetadataName, StringComparison.Ordinal))
            return false;
        type = type.OriginalDefinition;
        if (type.ContainingType is { } outer)
        {
            var end = metadataName.LastIndexOf('+');
            return end > 0 && metadataName.Substring(end + 1) == type.MetadataName
                && IsNamed(outer, metadataName.Substring(0, end));
        }
        var dot = metadataName.LastIndexOf('.');
        return metadataName.Substring(dot + 1) == type.MetadataName
            && Attributes.IsIn(type, dot < 0 ? "" : metadataName.Substring(0, dot));
    }

    private static string SimpleName(string metadataName) =>
        metadataName.Substring(metadataName.LastIndexOfAny(['.', '+']) + 1).Split('`')[0];
}
