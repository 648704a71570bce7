using Microsoft.CodeAnalysis;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// Names of members that carry a mark (<see cref="Marks"/>) or an attribute that the bindings speak of, and of their types;
/// by names, too many rather than too few.
/// </summary>
internal static class MarkedNames
{
    internal static IEnumerable<string> Of(Compilation compilation, BoundNames bindings)
    {
        var attributes = new HashSet<string>(Marks.Names, StringComparer.Ordinal);
        attributes.UnionWith(bindings.AttributeNames);
        var trees = compilation.SyntaxTrees.Select(TreeNames.Of).ToList();
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
            if (Refers(assembly))
                attributes.UnionWith(assembly.TypeNames
                    .Where(name => name.EndsWith("Attribute", StringComparison.Ordinal)).Select(BoundNames.WithoutEnding));
        var types = trees.SelectMany(tree => tree.AttributeTypes).ToList();
        while (types.RemoveAll(type => type.Bases.Any(attributes.Contains) && Add(attributes, type.Name)) > 0)
        {
        }

        foreach (var tree in trees)
            foreach (var member in tree.AttributedMembers)
                if (attributes.Contains(member.Attribute))
                {
                    yield return member.Member;
                    if (member.Owner is { } owner)
                        yield return owner;
                }

        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
            if (Refers(assembly))
                foreach (var name in InMetadata(assembly.GlobalNamespace, bindings))
                    yield return name;
    }

    private static bool Add(HashSet<string> names, string name)
    {
        names.Add(name);
        return true;
    }

    // Libraries of the platform mark only what models of ours say more of.
    private static bool Refers(IAssemblySymbol assembly) =>
        !assembly.Name.StartsWith("Microsoft.", StringComparison.Ordinal)
        && assembly.Modules.Any(module => module.ReferencedAssemblies.Any(one => Marks.Holds(one.Name)));

    private static IEnumerable<string> InMetadata(INamespaceOrTypeSymbol scope, BoundNames bindings)
    {
        foreach (var member in scope.GetMembers())
            if (member is INamespaceOrTypeSymbol inner)
                foreach (var name in InMetadata(inner, bindings))
                    yield return name;
            else if (member is IPropertySymbol or IFieldSymbol && member.GetAttributes().Any(attribute =>
                Marks.Is(attribute.AttributeClass) || bindings.Attribute(attribute.AttributeClass) is not null))
            {
                yield return member.Name;
                yield return scope.Name;
            }
    }
}
