using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// Names behind which personal data may stand: declared members, the types that hold them, members of such types, and
/// so on. Too many rather than too few: it only decides what is looked at. Realises no symbol of the compilation.
/// </summary>
internal sealed class NameIndex(Compilation compilation, BoundNames bindings)
{
    private const string Annotations = "PolicyAsCode.Annotations";

    private readonly Lazy<ImmutableHashSet<string>> _personal = new(() => Closure(compilation, bindings));
    private readonly Lazy<ImmutableHashSet<string>> _proving = new(() => Provers(compilation, bindings));
    private ImmutableHashSet<string>? _reaching;
    private readonly Lazy<ImmutableHashSet<string>> _logs = new(() =>
        Trees(compilation).SelectMany(tree => tree.Logs).Concat(bindings.LogNames).ToImmutableHashSet());

    /// <summary>Names that lead to personal data.</summary>
    internal ImmutableHashSet<string> Personal => _personal.Value;

    /// <summary>Names of what may compute with personal data: bodies that mention such a name, however many calls away.</summary>
    internal ImmutableHashSet<string> Reaching =>
        LazyInitializer.EnsureInitialized(ref _reaching, () => Reached(compilation, Personal))!;

    /// <summary>
    /// Names of what may prove a gate: what asks one, however many calls away, and what does not come back. Empty where
    /// nothing is a gate.
    /// </summary>
    internal ImmutableHashSet<string> Proving => _proving.Value;

    /// <summary>Names of logging methods that the project makes or binds itself.</summary>
    internal ImmutableHashSet<string> Logs => _logs.Value;

    /// <summary>Simple names of the types that derive from something.</summary>
    internal IEnumerable<string> TypesWithBases =>
        Trees(compilation).SelectMany(tree => tree.TypesWithBases).Distinct();

    /// <summary>Whether an assembly can hold declarations of ours: its own references say so.</summary>
    internal static bool MayDeclare(IAssemblySymbol assembly) =>
        assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == Annotations));

    private static IEnumerable<TreeNames> Trees(Compilation compilation) =>
        compilation.SyntaxTrees.Select(TreeNames.Of);

    private static ImmutableHashSet<string> Closure(Compilation compilation, BoundNames bindings)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        names.UnionWith(bindings.MemberNames);
        names.UnionWith(bindings.TypeNames);
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
            if (MayDeclare(assembly))
                Declared(assembly.GlobalNamespace, names);
        var mentions = new List<TreeNames.Mention>();
        foreach (var tree in Trees(compilation))
        {
            names.UnionWith(tree.Declared);
            mentions.AddRange(tree.Mentions);
        }

        for (var grown = true; grown;)
        {
            grown = false;
            for (var i = mentions.Count - 1; i >= 0; i--)
                if (mentions[i].Types.Any(names.Contains))
                {
                    grown |= names.Add(mentions[i].Member);
                    if (mentions[i].Owner is { } owner)
                        grown |= names.Add(owner);
                    mentions.RemoveAt(i);
                }
        }
        return names.ToImmutableHashSet(StringComparer.Ordinal);
    }

    private static ImmutableHashSet<string> Provers(Compilation compilation, BoundNames bindings)
    {
        var gates = Trees(compilation).SelectMany(tree => tree.Gates).Concat(bindings.ProvingNames).ToImmutableHashSet();
        return gates.IsEmpty
            ? gates
            : Reached(compilation, gates).Union(Trees(compilation).SelectMany(tree => tree.Throwing));
    }

    private static ImmutableHashSet<string> Reached(Compilation compilation, ImmutableHashSet<string> from)
    {
        var bodies = Trees(compilation).SelectMany(tree => tree.Bodies).ToList();
        var callable = new HashSet<string>(bodies.Select(body => body.Name), StringComparer.Ordinal);
        var callers = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var reached = from.ToBuilder();
        var open = new Stack<string>();
        foreach (var (name, names) in bodies)
        {
            foreach (var callee in names.All)
                if (callable.Contains(callee))
                {
                    if (!callers.TryGetValue(callee, out var known))
                        callers.Add(callee, known = []);
                    known.Add(name);
                }
            if (names.Mentions(from) && reached.Add(name))
                open.Push(name);
        }

        while (open.Count > 0)
            if (callers.TryGetValue(open.Pop(), out var known))
                foreach (var name in known)
                    if (reached.Add(name))
                        open.Push(name);
        return reached.ToImmutable();
    }

    private static void Declared(INamespaceOrTypeSymbol scope, HashSet<string> names)
    {
        foreach (var member in scope.GetMembers())
            switch (member)
            {
                case INamespaceOrTypeSymbol inner:
                    Declared(inner, names);
                    break;
                case IPropertySymbol or IFieldSymbol when Attributes.One(member, Attributes.DataCategory) is not null:
                    names.Add(member.Name);
                    names.Add(scope.Name);
                    break;
                case IMethodSymbol method:
                    if (Attributes.One(method.GetReturnTypeAttributes(), Attributes.DataCategory) is not null)
                        names.Add(method.Name);
                    foreach (var parameter in method.Parameters)
                        if (Attributes.One(parameter, Attributes.DataCategory) is not null)
                        {
                            names.Add(parameter.Name);
                            names.Add(scope.Name);
                        }
                    break;
            }
    }
}
