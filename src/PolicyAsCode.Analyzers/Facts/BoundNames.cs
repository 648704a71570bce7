using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>The bindings, found by simple names first: most symbols are bound by none, and cost one look-up.</summary>
internal sealed class BoundNames(BindingsModel bindings)
{
    private readonly ILookup<string, (string Type, MemberBinding Member)> _members = bindings.Types
        .SelectMany(type => type.Members.Select(member => (type.Type, Member: member)))
        .ToLookup(bound => bound.Member.Member, StringComparer.Ordinal);

    private readonly ILookup<string, TypeBinding> _types =
        bindings.Types.ToLookup(type => SimpleName(type.Type), StringComparer.Ordinal);

    private readonly ILookup<string, MethodBinding> _methods =
        bindings.Methods.ToLookup(method => SimpleName(method.Method), StringComparer.Ordinal);

    /// <summary>Purposes of namespaces, the longest name first.</summary>
    internal IReadOnlyList<NamespaceBinding> Namespaces { get; } =
        bindings.Namespaces.OrderByDescending(space => space.Namespace.Length).ToList();

    /// <summary>Simple names of bound members and types, and of bound methods that are logs.</summary>
    internal IEnumerable<string> MemberNames => _members.Select(group => group.Key);

    internal IEnumerable<string> TypeNames => _types.Select(group => group.Key);

    internal IEnumerable<string> LogNames =>
        _methods.Where(group => group.Any(method => method.Logs)).Select(group => group.Key);

    internal IEnumerable<string> ProvingNames =>
        _methods.Where(group => group.Any(method => method.Proves is not null)).Select(group => group.Key);

    internal bool HasMethods => _methods.Count > 0;

    /// <summary>Simple names of bound methods that take data somewhere, or change its form.</summary>
    internal IEnumerable<string> EndNames => _methods.Where(group => group.Any(method =>
        method.Logs || method.DisclosesTo is not null || method.Anonymises is not null)).Select(group => group.Key);

    /// <summary>All that is bound of members, by their types' metadata names.</summary>
    internal IEnumerable<(string Type, MemberBinding Member)> Members => _members.SelectMany(group => group);

    internal MemberBinding? Member(INamedTypeSymbol type, string name)
    {
        foreach (var (bound, member) in _members[name])
            if (IsNamed(type, bound))
                return member;
        return null;
    }

    internal TypeBinding? Type(INamedTypeSymbol type) =>
        _types[type.MetadataName.Split('`')[0]].FirstOrDefault(bound => IsNamed(type, bound.Type));

    internal MethodBinding? Method(IMethodSymbol method)
    {
        foreach (var bound in _methods[method.Name])
        {
            var type = bound.Method.Substring(0, Math.Max(0, bound.Method.LastIndexOf('.')));
            if (IsNamed(method.ContainingType, type)
                || method.ContainingType.AllInterfaces.Any(implemented => IsNamed(implemented, type)))
                return bound;
        }
        return null;
    }

    /// <summary>To whom a package talks: one whose assemblies are named like it, or like it and a dot.</summary>
    internal Term? Package(IAssemblySymbol? assembly)
    {
        if (assembly is not null)
            foreach (var bound in bindings.Packages)
                if (assembly.Name.StartsWith(bound.Package, StringComparison.OrdinalIgnoreCase)
                    && (assembly.Name.Length == bound.Package.Length || assembly.Name[bound.Package.Length] == '.'))
                    return bound.Recipient;
        return null;
    }

    /// <summary>Who answers at a host; the host itself before all that are below another.</summary>
    internal Term? Host(string host) => bindings.Hosts
        .Where(bound => bound.Matches(host))
        .OrderByDescending(bound => bound.Host.Length)
        .FirstOrDefault()?.Recipient;

    /// <summary>Which statement of the policy a cookie belongs to; null where no binding says.</summary>
    internal string? Cookie(string name) =>
        bindings.Cookies.FirstOrDefault(bound => bound.Cookie == name)?.Statement;

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
