using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Facts;
using PolicyAsCode.Language.Libraries;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// What the facts of referenced assemblies say: the summaries of their methods, as if they had been walked here. An assembly
/// that is here with its source needs none.
/// </summary>
internal sealed class ReferencedFacts
{
    private readonly Vocabulary _vocabulary;
    private readonly Compilation _compilation;
    private readonly Dictionary<string, Assembly> _assemblies = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<IMethodSymbol, MethodSummary?> _known = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<MethodSummary>> _implementations =
        new(SymbolEqualityComparer.Default);

    // Facts are read once an assembly, however many rules, compilations and keystrokes ask.
    private static readonly ConditionalWeakTable<IAssemblySymbol, ReadFacts> s_read = new();

    internal ReferencedFacts(Vocabulary vocabulary, Compilation compilation)
    {
        (_vocabulary, _compilation) = (vocabulary, compilation);
        var unusable = ImmutableArray.CreateBuilder<(string, FactsMistake)>();
        foreach (var referenced in compilation.SourceModule.ReferencedAssemblySymbols)
            if (MayHave(referenced))
            {
                var read = s_read.GetValue(referenced, Read);
                if (read.Facts is { } facts)
                    _assemblies[referenced.Name] = new(facts);
                else if (read.Mistake != FactsMistake.None)
                    unusable.Add((referenced.Name, read.Mistake));
            }
        Unusable = unusable.ToImmutable();
    }

    /// <summary>Assemblies whose facts cannot be read.</summary>
    internal ImmutableArray<(string Assembly, FactsMistake Mistake)> Unusable { get; }

    /// <summary>Simple names of methods that give or read personal data by themselves.</summary>
    internal IEnumerable<string> ReachingNames => Names(facts =>
        !facts.Uses.IsEmpty || !facts.Disclosed.IsEmpty || facts.Returned is { HasCategories: true }
        || facts.Outs.Any(one => one.Held.HasCategories));

    /// <summary>Simple names of members that only bindings of their own assembly declare, and of their types.</summary>
    internal IEnumerable<string> DeclaredNames => _assemblies.Values.SelectMany(assembly => assembly.Members.Keys)
        .SelectMany(id => FactNames.Shown(id).Split('.'));

    /// <summary>Simple names of methods that prove something.</summary>
    internal IEnumerable<string> ProvingNames => Names(facts => facts.Proof is not null);

    /// <summary>Simple names of all methods that something is said of.</summary>
    internal IEnumerable<string> AllNames => Names(_ => true);

    /// <summary>Whether facts of an assembly are here.</summary>
    internal bool Has(IAssemblySymbol? assembly) =>
        assembly is not null && _assemblies.Count > 0 && _assemblies.ContainsKey(assembly.Name);

    /// <summary>Whether something is said of a method.</summary>
    internal bool Knows(IMethodSymbol method) => FactsOf(method) is not null;

    /// <summary>The summary of a method; null for one that is not of an assembly whose facts are here.</summary>
    internal MethodSummary? SummaryOf(IMethodSymbol method) =>
        Has(method.ContainingAssembly) ? _known.GetOrAdd(method, Read) : null;

    /// <summary>The summaries of what referenced assemblies run where a method is called, other than itself.</summary>
    internal ImmutableArray<MethodSummary> Implementations(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        return _assemblies.Count == 0 || method is { IsVirtual: false, IsAbstract: false, IsOverride: false }
            ? []
            : _implementations.GetOrAdd(method, ReadImplementations);
    }

    /// <summary>What bindings of its own assembly declare of a member.</summary>
    internal MemberData? Declared(ISymbol member) =>
        Has(member.ContainingAssembly)
        && _assemblies[member.ContainingAssembly.Name] is { Members: { Count: > 0 } members }
        && member.GetDocumentationCommentId() is { } id && members.TryGetValue(id, out var held)
            ? new(Terms(TermKind.Category, [.. held.Raw, .. held.Pseudonymised, .. held.Aggregated]), held.IsEmpty)
            {
                Form = !held.Pseudonymised.IsEmpty ? Form.Pseudonymised
                    : !held.Aggregated.IsEmpty ? Form.Aggregated
                    : Form.Raw,
            }
            : null;

    // The platform's assemblies are most of what is referenced, and nobody wrote facts into them.
    private static bool MayHave(IAssemblySymbol assembly) =>
        assembly is not ISourceAssemblySymbol
        && assembly.Name is not ("mscorlib" or "netstandard" or "System" or "WindowsBase")
        && !assembly.Name.StartsWith("System.", StringComparison.Ordinal)
        && !assembly.Name.StartsWith("Microsoft.", StringComparison.Ordinal);

    private static ReadFacts Read(IAssemblySymbol assembly)
    {
        foreach (var attribute in assembly.GetAttributes())
            if (attribute is
                {
                    AttributeClass.Name: "AssemblyMetadataAttribute",
                    ConstructorArguments: [{ Value: FactsFile.Key }, { Value: string text }],
                })
            {
                var facts = FactsFile.Read(text, out var mistake);
                return new(facts, mistake);
            }
        return new(null, FactsMistake.None);
    }

    private sealed record ReadFacts(AssemblyFacts? Facts, FactsMistake Mistake);

    private IEnumerable<string> Names(Func<MethodFacts, bool> which) =>
        _assemblies.Values.SelectMany(assembly => assembly.Methods.Values).Where(which)
            .SelectMany(facts => facts.RunsFor.Add(facts.Method)).Select(FactNames.Called);

    private MethodFacts? FactsOf(IMethodSymbol method) =>
        Has(method.ContainingAssembly)
        && method.OriginalDefinition.GetDocumentationCommentId() is { } id
        && _assemblies[method.ContainingAssembly.Name].Methods.TryGetValue(id, out var facts)
            ? facts
            : null;

    private MethodSummary? Read(IMethodSymbol method)
    {
        if (FactsOf(method) is { } facts)
            return Summary(method, facts, new(method, null), method.ContainingAssembly.Name);
        // What has no body is known by what implements it.
        return method.IsAbstract
            ? null
            : MethodSummary.OfFar(AssumedReturn.Of(method), [], [], [], MethodProof.None, [], []);
    }

    private ImmutableArray<MethodSummary> ReadImplementations(IMethodSymbol method)
    {
        if (method.GetDocumentationCommentId() is not { } id)
            return [];
        var summaries = ImmutableArray.CreateBuilder<MethodSummary>();
        foreach (var pair in _assemblies)
            foreach (var facts in pair.Value.Implementations[id])
                summaries.Add(Summary(method, facts, new(facts.Method, pair.Key, null), pair.Key));
        return summaries.ToImmutable();
    }

    private MethodSummary Summary(IMethodSymbol called, MethodFacts facts, CallPath first, string assembly)
    {
        var outs = new Label[facts.Outs.IsEmpty ? 0 : called.Parameters.Length];
        foreach (var one in facts.Outs)
            if (one.Ordinal < outs.Length)
                outs[one.Ordinal] = LabelOf(one.Held);
        return MethodSummary.OfFar(
            facts.Returned is { } returned ? LabelOf(returned) : AssumedReturn.Of(called),
            [.. outs],
            facts.Passages.Select(passage => new Passage(
                called, First(called, passage.Data), InputsOf(passage.Data), Location.None, Way(first, passage.Path, assembly))
            {
                Far = Sink(passage),
            }),
            facts.Deposits.Select(deposit =>
            {
                var (member, name) = Member(deposit.Member, called);
                return new Deposit(member, InputsOf(deposit.Data), Location.None, Way(first, deposit.Path, assembly))
                {
                    FarName = name,
                };
            }),
            Proof(facts.Proof),
            [.. facts.Uses.Select(use => Use(use, called, Way(first, use.Path, assembly)))],
            [.. facts.Disclosed.Select(one =>
                new FarDisclosure(called, LabelOf(one.Data), Sink(one), Way(first, one.Path, assembly)))]);
    }

    private FarUse Use(UseFacts use, IMethodSymbol called, CallPath way)
    {
        var (member, name) = Member(use.Member, called);
        return new(
            member, name, Terms(TermKind.Category, use.Categories), Terms(TermKind.Gate, use.Proved), use.IsPresenceTest,
            use.IsCopy,
            [.. use.Purposes.Select(key => _vocabulary.Meant(TermKind.Purpose, key)).OfType<Term>()], way);
    }

    private FarSink Sink(PassageFacts passage)
    {
        var kinds = 0u;
        foreach (var kind in passage.Kinds)
            if (Enum.TryParse<SinkKind>(kind, out var known) && Enum.IsDefined(typeof(SinkKind), known))
                kinds |= FarSink.Bit(known);
        return new(
            passage.Sink, kinds,
            passage.Recipient is { } recipient ? _vocabulary.Meant(TermKind.Recipient, recipient) : null,
            passage.Host, Terms(TermKind.Purpose, passage.Purposes));
    }

    private MethodProof Proof(ProofFacts? proof) =>
        proof is null
            ? MethodProof.None
            : new(new(Gates(proof.WhenTrue), Gates(proof.WhenFalse)), Gates(proof.Always));

    private TermSet Gates(ImmutableArray<string> keys) =>
        keys is [ProofFacts.All] ? TermSet.Of(_vocabulary.Terms(TermKind.Gate)) : Terms(TermKind.Gate, keys);

    // A member that the assembly hides from others has a name only.
    private (ISymbol Member, string? Name) Member(string id, IMethodSymbol called) =>
        DocumentationCommentId.GetFirstSymbolForDeclarationId(id, _compilation) is { } member
            ? (member, null)
            : (called.ContainingType, FactNames.Shown(id));

    private static IParameterSymbol? First(IMethodSymbol called, DataFacts data)
    {
        var from = InputsOf(data);
        return called.Parameters.FirstOrDefault(parameter => from.Takes(parameter.Ordinal));
    }

    private static CallPath Way(CallPath first, ImmutableArray<string> steps, string assembly)
    {
        CallPath? rest = null;
        for (var i = steps.Length - 1; i >= 0; i--)
        {
            var (home, id) = FactNames.Apart(steps[i]);
            rest = new(id, home ?? assembly, rest);
        }
        return first.Before(rest);
    }

    private Label LabelOf(DataFacts data) => new(
        Terms(TermKind.Category, data.Raw), Terms(TermKind.Category, data.Pseudonymised),
        Terms(TermKind.Category, data.Aggregated), InputsOf(data));

    private static Inputs InputsOf(DataFacts data) => new(data.FromRaw, data.FromPseudonymised, data.FromAggregated);

    private TermSet Terms(TermKind kind, ImmutableArray<string> keys) =>
        keys.IsEmpty ? TermSet.Empty : TermSet.Of(keys.Select(key => _vocabulary.Meant(kind, key)).OfType<Term>());

    private sealed class Assembly(AssemblyFacts facts)
    {
        internal Dictionary<string, MethodFacts> Methods { get; } = ByName(facts);

        internal ILookup<string, MethodFacts> Implementations { get; } = facts.Methods
            .SelectMany(method => method.RunsFor.Select(declared => (Declared: declared, Method: method)))
            .ToLookup(pair => pair.Declared, pair => pair.Method, StringComparer.Ordinal);

        internal Dictionary<string, DataFacts> Members { get; } = MembersOf(facts);

        private static Dictionary<string, MethodFacts> ByName(AssemblyFacts facts)
        {
            var methods = new Dictionary<string, MethodFacts>(StringComparer.Ordinal);
            foreach (var method in facts.Methods)
                methods[method.Method] = method;
            return methods;
        }

        private static Dictionary<string, DataFacts> MembersOf(AssemblyFacts facts)
        {
            var members = new Dictionary<string, DataFacts>(StringComparer.Ordinal);
            foreach (var member in facts.Members)
                members[member.Member] = member.Held;
            return members;
        }
    }
}
