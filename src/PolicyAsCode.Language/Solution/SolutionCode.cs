using System.Collections.Immutable;
using PolicyAsCode.Language.Facts;
using PolicyAsCode.Language.Libraries;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Solution;

/// <summary>All assemblies of a solution, and what can be asked of them together, under one policy.</summary>
public sealed class SolutionCode
{
    private const string Key = "Id";

    private readonly ImmutableHashSet<string> _virtual;
    private readonly HashSet<string> _handedWhole;
    private readonly ILookup<string, string> _readNames;
    private readonly ILookup<string, string> _writtenNames;
    private readonly ImmutableDictionary<string, ImmutableHashSet<string>> _reads;

    private SolutionCode(CompiledPolicy policy, ImmutableArray<BuiltAssembly> assemblies)
    {
        Policy = policy;
        var model = policy.Model ?? throw new ArgumentException(message: null, nameof(policy));
        // A project that was asked for twice, in obj and in bin, is one.
        Assemblies =
        [
            .. assemblies.Where(one => !one.IsTest).GroupBy(one => one.Name, StringComparer.OrdinalIgnoreCase)
                .Select(same => same.First()).OrderBy(one => one.Name, StringComparer.Ordinal),
        ];
        Governed = [.. Assemblies.Where(one => one.Inventory?.Policy == model.Header.Name)];
        Speaking = [.. Assemblies.Where(one => one.Inventory is { } said && (!said.IsGoverned || said.Policy == model.Header.Name))];
        _virtual = [.. Assemblies.SelectMany(one => one.Virtual)];
        _handedWhole = ReachedFrom(Assemblies.SelectMany(one => one.HandedWhole));
        _reads = Assemblies.SelectMany(one => one.Reads).GroupBy(one => one.Key, StringComparer.Ordinal)
            .ToImmutableDictionary(
                one => one.Key, one => one.SelectMany(pair => pair.Value).ToImmutableHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal);
        _readNames = ByLastName(_reads.Keys);
        _writtenNames = ByLastName(Assemblies.SelectMany(one => one.Writes).Distinct(StringComparer.Ordinal));
        Held =
        [
            .. Speaking.SelectMany(one => one.Inventory!.Held).GroupBy(one => one.Member, StringComparer.Ordinal)
                .Select(Join).OrderBy(one => one.Member, StringComparer.Ordinal),
        ];
        Texts = [.. Assemblies.SelectMany(one => one.Texts)];
    }

    /// <summary>The policy under which it is asked.</summary>
    public CompiledPolicy Policy { get; }

    /// <summary>All that are asked; those that hold tests are not.</summary>
    public ImmutableArray<BuiltAssembly> Assemblies { get; }

    /// <summary>Those that the policy governs.</summary>
    public ImmutableArray<BuiltAssembly> Governed { get; }

    /// <summary>Those, and the helper libraries that no policy governs: what they say counts.</summary>
    public ImmutableArray<BuiltAssembly> Speaking { get; }

    /// <summary>The members that hold personal data.</summary>
    public ImmutableArray<HeldMember> Held { get; }

    /// <summary>The texts of the code.</summary>
    public ImmutableHashSet<string> Texts { get; }

    /// <summary>Puts assemblies together.</summary>
    /// <param name="policy">The policy; it must have been read.</param>
    /// <param name="assemblies">All assemblies, also those that it does not govern.</param>
    public static SolutionCode Of(CompiledPolicy policy, IEnumerable<BuiltAssembly> assemblies) =>
        new(policy, [.. assemblies]);

    /// <summary>The code that says a term, or a narrower one, by attribute or binding.</summary>
    public IEnumerable<string> Saying(Term term) =>
        Said(term.Kind).Where(one => one.Term.IsWithin(term)).Select(one => one.Code);

    /// <summary>Which code says which terms of a kind.</summary>
    public IEnumerable<(Term Term, string Code)> Said(TermKind kind)
    {
        foreach (var said in Speaking.SelectMany(one => one.Said))
            if (said.Kind == kind && Policy.Vocabulary.Meant(kind, said.Key) is { } term)
                yield return (term, said.Code);
        foreach (var bound in BoundTerms.Of(kind, this))
            yield return bound;
    }

    /// <summary>Whether some assembly has or uses a type, or a member written as its type, a dot and its name.</summary>
    public bool Names(string code) => Assemblies.Any(one => one.Named.Contains(code));

    /// <summary>Whether some code defines a type in a namespace, or below it.</summary>
    public bool HasNamespace(string name) => Speaking.Any(one =>
        one.Defined.Any(defined => defined.StartsWith(name + ".", StringComparison.Ordinal)));

    /// <summary>Whether a member's own assembly is here: of another one nobody knows who reads its members.</summary>
    public bool IsOurs(string member) => Assemblies.Any(one => one.Defined.Contains(member));

    /// <summary>The code that reads a member by its name; empty also where only something that takes whole objects may.</summary>
    public ImmutableHashSet<string> ReadersOf(string member) =>
        _reads.TryGetValue(member, out var readers) ? readers : [];

    /// <summary>Whether something reads a member, or may; a key is read with the navigation that it is for.</summary>
    public bool MayRead(string member) => May(member, _readNames)
        || member.EndsWith(Key, StringComparison.Ordinal)
            && member.Substring(0, member.Length - Key.Length) is var navigation
            && IsOurs(navigation) && May(navigation, _readNames);

    /// <summary>Whether something writes a member, or may.</summary>
    public bool MayWrite(string member) => May(member, _writtenNames);

    /// <summary>A member as messages show it: the simple name of its type, a dot and its name.</summary>
    internal static string Shown(string member)
    {
        var (type, name) = Apart(member);
        return type.Length == 0 ? name : $"{Apart(type).Name.Split('`')[0]}.{name}";
    }

    private bool May(string member, ILookup<string, string> touched)
    {
        var (type, name) = Apart(member);
        return _handedWhole.Contains(type)
            // What takes a name finds the member by it: nameof, EF.Property, a column of SQL.
            || Texts.Contains(name)
            || touched[name].Any(one => one == member || _virtual.Contains(one))
            || touched[Bare(name)].Any(one => Apart(one).Type == type);
    }

    private static HeldMember Join(IEnumerable<HeldMember> said)
    {
        var all = said.ToList();
        return all[0] with
        {
            Categories = [.. all.SelectMany(one => one.Categories).Distinct().OrderBy(one => one, StringComparer.Ordinal)],
            Subjects = [.. all.SelectMany(one => one.Subjects).Distinct().OrderBy(one => one, StringComparer.Ordinal)],
            IsStored = all.Exists(one => one.IsStored),
        };
    }

    private HashSet<string> ReachedFrom(IEnumerable<string> types)
    {
        var reached = new HashSet<string>(types, StringComparer.Ordinal);
        var open = new Stack<string>(reached);
        while (open.Count > 0)
        {
            var next = open.Pop();
            foreach (var assembly in Assemblies)
                if (assembly.LeadsTo.TryGetValue(next, out var led))
                    foreach (var one in led)
                        if (reached.Add(one))
                            open.Push(one);
        }
        return reached;
    }

    private static (string Type, string Name) Apart(string member)
    {
        var dot = member.LastIndexOf('.');
        return dot < 0 ? ("", member) : (member.Substring(0, dot), member.Substring(dot + 1));
    }

    // A property `Email` and the field `_email` or `m_email` behind it.
    private static string Bare(string name) =>
        "_" + (name.StartsWith("m_", StringComparison.Ordinal) ? name.Substring(2) : name.TrimStart('_')).ToLowerInvariant();

    private static ILookup<string, string> ByLastName(IEnumerable<string> members)
    {
        var all = members.Select(member => (Member: member, Apart(member).Name)).ToList();
        return all.Select(one => (one.Member, one.Name)).Concat(all.Select(one => (one.Member, Name: Bare(one.Name))))
            .ToLookup(one => one.Name, one => one.Member, StringComparer.Ordinal);
    }
}
