using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Analyzers.Edits;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Language.Libraries;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// Names behind which personal data may stand: declared members, the types that hold them, members of such types, and
/// so on. Too many rather than too few: it only decides what is looked at. No name realises a symbol of the compilation.
/// </summary>
internal sealed class NameIndex(
    Compilation compilation, BoundNames bindings, LibraryResults results, ReferencedFacts referenced, LibraryModel own)
{
    private const string Annotations = "PolicyAsCode.Annotations";

    private readonly Lazy<ImmutableHashSet<string>> _personal = new(() => Closure(compilation, bindings, results, referenced));
    private readonly Lazy<ImmutableHashSet<string>> _proving = new(() => Provers(compilation, bindings, referenced));
    private readonly Lazy<ImmutableHashSet<string>> _ending = new(() => Enders(compilation, bindings, referenced, own));
    private ImmutableHashSet<string>? _reaching;
    private ImmutableHashSet<string>? _waysOut;
    private readonly Lazy<ImmutableHashSet<string>> _logs = new(() =>
        Trees(compilation).SelectMany(tree => tree.Logs).ToImmutableHashSet());

    /// <summary>Names that lead to personal data.</summary>
    internal ImmutableHashSet<string> Personal => _personal.Value;

    /// <summary>Names of what may compute with personal data: bodies that mention such a name, however many calls away.</summary>
    internal ImmutableHashSet<string> Reaching =>
        LazyInitializer.EnsureInitialized(ref _reaching, () => Reached(compilation, Personal.Union(referenced.ReachingNames)))!;

    /// <summary>
    /// Whether the names still hold after an edit inside of bodies: none of the edited says a name behind which something
    /// stands, and is not behind one itself. That names which nobody says any more are kept does no harm.
    /// </summary>
    internal bool HoldAfter(ProgramEdit edit)
    {
        foreach (var file in edit.Files)
        {
            var (before, after) = (TreeNames.Of(file.Before), TreeNames.Of(file.After));
            if (!new HashSet<string>(before.Throwing, StringComparer.Ordinal).SetEquals(after.Throwing))
                return false;
        }
        foreach (var body in edit.Methods.Values)
            foreach (var name in TreeNames.NamesOfCode(body.Before))
                if (!Holds(Reaching, name, body) || !Holds(Proving, name, body))
                    return false;
        return true;

        static bool Holds(ImmutableHashSet<string> names, string owner, EditedBody body) =>
            names.Contains(owner) || !body.NamesAfter.Mentions(names);
    }

    /// <summary>Whether a method may read personal data or prove something, by its name.</summary>
    internal bool Matters(IMethodSymbol method) => Matters(Called(method)) || Matters(method.Name);

    /// <summary>The same of the name under which it is known.</summary>
    internal bool Matters(string name) => Reaching.Contains(name) || Proving.Contains(name);

    /// <summary>The name by which this knows a method.</summary>
    internal static string Called(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name
        : method.MethodKind is MethodKind.UserDefinedOperator or MethodKind.Conversion ? TreeNames.Operators
        : method.AssociatedSymbol?.Name ?? method.Name;

    /// <summary>Names of what is marked as a way out of messages.</summary>
    internal ImmutableHashSet<string> WaysOut => LazyInitializer.EnsureInitialized(ref _waysOut, () =>
        Trees(compilation).SelectMany(tree => tree.OptOuts).Concat(bindings.OptOutNames).Concat(MarkedAsWayOut(compilation))
            .ToImmutableHashSet())!;

    /// <summary>
    /// Names of what may prove a gate: what asks one, however many calls away, and what does not come back. Empty where
    /// nothing is a gate.
    /// </summary>
    internal ImmutableHashSet<string> Proving => _proving.Value;

    /// <summary>
    /// Names of what may take data somewhere or change its form, however many calls away, and of what does not come back.
    /// </summary>
    internal ImmutableHashSet<string> Ending => _ending.Value;

    /// <summary>Names of logging methods that the project makes itself.</summary>
    internal ImmutableHashSet<string> Logs => _logs.Value;

    /// <summary>
    /// The types of a compilation that derive from something: only they can be contexts, interceptors, views. Asked of it
    /// once, since each look for a name goes through all of its declarations.
    /// </summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="isAsked">Which names alone; all where there is none.</param>
    internal IEnumerable<INamedTypeSymbol> TypesWithBases(Compilation compilation, Func<string, bool>? isAsked = null)
    {
        var names = new HashSet<string>(Trees(compilation).SelectMany(tree => tree.TypesWithBases), StringComparer.Ordinal);
        return compilation.GetSymbolsWithName(name => names.Contains(name) && isAsked?.Invoke(name) != false, SymbolFilter.Type)
            .OfType<INamedTypeSymbol>();
    }

    /// <summary>
    /// Whether an assembly can hold declarations of ours: its own references say so. One that is handed in with its source
    /// is another project of the same code base (in an editor, in a scan), and bindings may declare its members.
    /// </summary>
    internal static bool MayDeclare(IAssemblySymbol assembly) =>
        assembly is ISourceAssemblySymbol
        || assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == Annotations));

    // An editor hands in the projects that this one references with their source.
    private static IEnumerable<TreeNames> Trees(Compilation compilation) =>
        compilation.SyntaxTrees.Concat(Open(compilation).SelectMany(one => one.Compilation.SyntaxTrees)).Select(TreeNames.Of);

    /// <summary>The assemblies that are referenced with their source and may hold declarations of ours.</summary>
    internal static IEnumerable<ISourceAssemblySymbol> Open(Compilation compilation) =>
        compilation.SourceModule.ReferencedAssemblySymbols.OfType<ISourceAssemblySymbol>().Where(MayDeclare);

    private static ImmutableHashSet<string> Closure(
        Compilation compilation, BoundNames bindings, LibraryResults results, ReferencedFacts referenced)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        names.UnionWith(bindings.MemberNames);
        names.UnionWith(bindings.TypeNames);
        names.UnionWith(results.PersonalNames);
        names.UnionWith(referenced.DeclaredNames);
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
            if (MayDeclare(assembly))
                Declared(assembly.GlobalNamespace, names);
        names.UnionWith(MarkedNames.Of(compilation, bindings));
        names.UnionWith(PatternNames.Of(compilation, bindings));
        var mentions = new List<TreeNames.Mention>();
        foreach (var tree in Trees(compilation))
        {
            names.UnionWith(tree.Declared);
            mentions.AddRange(tree.Mentions);
        }

        // A member that is called like a type says nothing of that type.
        var types = new HashSet<string>(names, StringComparer.Ordinal);
        for (var grown = true; grown;)
        {
            grown = false;
            for (var i = mentions.Count - 1; i >= 0; i--)
                if (mentions[i].Types.Any(types.Contains))
                {
                    if (mentions[i].Member is { } member)
                        names.Add(member);
                    if (mentions[i].Holder is { } holder)
                        grown |= types.Add(holder);
                    mentions.RemoveAt(i);
                }
        }
        names.UnionWith(types);
        return names.ToImmutableHashSet(StringComparer.Ordinal);
    }

    private static ImmutableHashSet<string> Provers(
        Compilation compilation, BoundNames bindings, ReferencedFacts referenced)
    {
        var gates = Trees(compilation).SelectMany(tree => tree.Gates).Concat(bindings.ProvingNames)
            .Concat(referenced.ProvingNames).Concat(Marked(compilation, Attributes.Gate)).ToImmutableHashSet();
        return gates.IsEmpty
            ? gates
            : Reached(compilation, gates).Union(Trees(compilation).SelectMany(tree => tree.Throwing));
    }

    private static ImmutableHashSet<string> Enders(
        Compilation compilation, BoundNames bindings, ReferencedFacts referenced, LibraryModel own)
    {
        var ends = Trees(compilation).SelectMany(tree => tree.Ends.Concat(tree.Logs))
            .Concat(bindings.EndNames).Concat(referenced.AllNames)
            .Concat(Marked(compilation, Attributes.Recipient)).Concat(Marked(compilation, Attributes.Anonymises))
            .ToImmutableHashSet().ToBuilder();
        foreach (var sinks in Sinks.ByMember(LibraryModels.BuiltIn.Sinks.Concat(own.Sinks)))
            if (!sinks.Any(sink => MethodFactsOf.IsTold(sink.Kind)))
                continue;
            else if (sinks.Key == ".ctor")
                ends.UnionWith(sinks.Select(sink => sink.Type.Substring(sink.Type.LastIndexOfAny(['.', '+']) + 1).Split('`')[0]));
            else
                ends.Add(sinks.Key.StartsWith("set_", StringComparison.Ordinal) ? sinks.Key.Substring(4) : sinks.Key);
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
            if (bindings.Package(assembly) is not null)
                Methods(assembly.GlobalNamespace, ends);
        return Reached(compilation, ends.ToImmutable()).Union(Trees(compilation).SelectMany(tree => tree.Throwing));
    }

    private static void Methods(INamespaceOrTypeSymbol scope, ImmutableHashSet<string>.Builder names)
    {
        foreach (var member in scope.GetMembers())
            if (member is INamespaceOrTypeSymbol inner)
                Methods(inner, names);
            else if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public })
                names.Add(member.Name);
    }

    private static IEnumerable<string> MarkedAsWayOut(Compilation compilation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
            if (assembly is not ISourceAssemblySymbol && MayDeclare(assembly))
                Into(assembly.GlobalNamespace);
        return names;

        void Into(INamespaceOrTypeSymbol scope)
        {
            foreach (var member in scope.GetMembers())
                if (member is INamespaceOrTypeSymbol inner)
                    Into(inner);
                else if (Attributes.One(member, Attributes.OptOut) is not null || Attributes.One(scope, Attributes.OptOut) is not null)
                    names.Add(member.Name);
        }
    }

    // Names of methods of referenced assemblies that carry one of our attributes.
    private static IEnumerable<string> Marked(Compilation compilation, string attribute)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
            if (assembly is not ISourceAssemblySymbol && MayDeclare(assembly))
                Marked(assembly.GlobalNamespace, attribute, names);
        return names;
    }

    private static void Marked(INamespaceOrTypeSymbol scope, string attribute, HashSet<string> names)
    {
        foreach (var member in scope.GetMembers())
            if (member is INamespaceOrTypeSymbol inner)
                Marked(inner, attribute, names);
            else if (member is IMethodSymbol method && (Attributes.One(member, attribute) is not null
                || method.Parameters.Any(parameter => Attributes.One(parameter, attribute) is not null)
                || method.ContainingType is { } type && Attributes.One(type, attribute) is not null))
                names.Add(member.Name);
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
