using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// Names of members that a pattern of the bindings means, and of their types: of the sources by what stands in them, of
/// references by the names of their types first, so that no type is realised that no pattern can mean.
/// </summary>
internal static class PatternNames
{
    /// <summary>The names; none where there is no pattern, and nothing is looked at.</summary>
    internal static IEnumerable<string> Of(Compilation compilation, BoundNames bindings)
    {
        if (bindings.Patterns.IsEmpty)
            return [];
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var bound in bindings.Patterns)
        {
            var (type, member) = (new NamePattern(bound.Pattern.InnermostType), bound.Pattern.Member);
            foreach (var tree in compilation.SyntaxTrees)
                foreach (var one in TreeNames.Of(tree).Members)
                    if (member.Matches(one.Member) && type.Matches(one.Owner))
                        Add(one.Owner, one.Member);
            foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
                foreach (var typeName in assembly.TypeNames.Where(type.Matches))
                    foreach (var found in Types(assembly.GlobalNamespace, typeName, bound.Pattern.Namespace))
                        foreach (var held in found.GetMembers())
                            if (held is IPropertySymbol or IFieldSymbol && member.Matches(held.Name))
                                Add(found.Name, held.Name);
        }
        return names;

        void Add(string owner, string member)
        {
            names.Add(owner);
            names.Add(member);
        }
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space, string name, NamePattern? wanted)
    {
        if (wanted?.Matches(space.IsGlobalNamespace ? "" : space.ToDisplayString()) != false)
            foreach (var type in space.GetTypeMembers(name))
                yield return type;
        foreach (var inner in space.GetNamespaceMembers())
            foreach (var type in Types(inner, name, wanted))
                yield return type;
    }
}
