using Microsoft.CodeAnalysis;

namespace PolicyAsCode.Cli.Scanning;

/// <summary>Which lines of the bindings name something that the scanned code has or uses.</summary>
/// <param name="bindings">The bindings.</param>
internal sealed class BoundPlaces(BindingsModel bindings)
{
    private readonly HashSet<FileLocation> _met = [];

    /// <summary>Lines of types, members and namespaces that nothing answers to, with what they name.</summary>
    public IEnumerable<(FileLocation Location, string Name)> Unmet =>
        bindings.Types.SelectMany(type =>
                _met.Contains(type.Location)
                    ? type.Members.Select(member => (member.Location, Name: $"{type.Type}.{member.Member}"))
                    : [(type.Location, Name: type.Type)])
            .Concat(bindings.Namespaces.Select(space => (space.Location, Name: space.Namespace)))
            .Where(one => !_met.Contains(one.Location));

    /// <summary>Looks them up in one compilation.</summary>
    public void Visit(Compilation compilation)
    {
        foreach (var bound in bindings.Types)
            foreach (var type in compilation.GetTypesByMetadataName(bound.Type))
            {
                _met.Add(bound.Location);
                foreach (var member in bound.Members)
                    if (Has(type, member.Member))
                        _met.Add(member.Location);
            }
        foreach (var space in bindings.Namespaces)
            if (Find(compilation.Assembly.GlobalNamespace, space.Namespace))
                _met.Add(space.Location);
    }

    private static bool Has(INamedTypeSymbol type, string member)
    {
        for (var at = type; at is not null; at = at.BaseType)
            if (!at.GetMembers(member).IsEmpty)
                return true;
        return type.AllInterfaces.Any(one => !one.GetMembers(member).IsEmpty);
    }

    private static bool Find(INamespaceSymbol? space, string name)
    {
        foreach (var part in name.Split('.'))
            space = space?.GetNamespaceMembers().FirstOrDefault(below => below.Name == part);
        return space is not null;
    }
}
