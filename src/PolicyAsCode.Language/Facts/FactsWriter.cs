using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PolicyAsCode.Language.Facts;

/// <summary>Writes <see cref="FactsFile"/>.</summary>
internal sealed class FactsWriter
{
    private const string Nothing = "-";
    private const int Parameters = 64;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();

    internal FactsWriter(AssemblyFacts facts)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var member in facts.Members)
        {
            names.Add(member.Member);
            AddNames(names, member.Held);
        }
        foreach (var method in facts.Methods)
            AddNames(names, method);

        Line(FactsFile.Start + Number(FactsFile.Version));
        Line("assembly " + facts.Assembly);
        var before = "";
        foreach (var name in names)
        {
            var shared = 0;
            while (shared < before.Length && shared < name.Length && before[shared] == name[shared])
                shared++;
            Line($"={Number(shared)} {name.Substring(shared)}");
            _numbers.Add(name, _numbers.Count);
            before = name;
        }
        Lines(facts.Members.Select(member => $"b {Name(member.Member)} {Data(member.Held)}"));
        foreach (var method in facts.Methods.OrderBy(one => one.Method, StringComparer.Ordinal))
            Write(method);
    }

    internal string Text => _text.ToString();

    private static void AddNames(SortedSet<string> names, MethodFacts method)
    {
        names.Add(method.Method);
        names.UnionWith(method.RunsFor);
        if (method.Returned is { } returned)
            AddNames(names, returned);
        foreach (var one in method.Outs)
            AddNames(names, one.Held);
        foreach (var passage in method.Passages.Concat(method.Disclosed))
        {
            AddNames(names, passage.Data);
            names.Add(passage.Sink);
            names.UnionWith(passage.Kinds);
            if (passage.Recipient is { } recipient)
                names.Add(recipient);
            if (passage.Host is { } host)
                names.Add(host);
            names.UnionWith(passage.Purposes);
            names.UnionWith(passage.Path);
        }
        foreach (var deposit in method.Deposits)
        {
            AddNames(names, deposit.Data);
            names.Add(deposit.Member);
            names.UnionWith(deposit.Path);
        }
        foreach (var use in method.Uses)
        {
            names.Add(use.Member);
            names.UnionWith(use.Categories);
            names.UnionWith(use.Purposes);
            names.UnionWith(use.Proved);
            names.UnionWith(use.Path);
        }
        if (method.Proof is { } proof)
        {
            names.UnionWith(proof.Always);
            names.UnionWith(proof.WhenTrue);
            names.UnionWith(proof.WhenFalse);
        }
    }

    private static void AddNames(SortedSet<string> names, DataFacts data)
    {
        names.UnionWith(data.Raw);
        names.UnionWith(data.Pseudonymised);
        names.UnionWith(data.Aggregated);
    }

    private void Write(MethodFacts method)
    {
        Line("m " + Name(method.Method));
        Lines(method.RunsFor.Select(one => "i " + Name(one)));
        if (method.Returned is { } returned)
            Line("r " + Data(returned));
        Lines(method.Outs.Select(one => $"o {Number(one.Ordinal)} {Data(one.Held)}"));
        Lines(method.Passages.Select(one => "p " + Passage(one)));
        Lines(method.Disclosed.Select(one => "s " + Passage(one)));
        Lines(method.Deposits.Select(one => $"d {Data(one.Data)} {Name(one.Member)} {Path(one.Path)}"));
        Lines(method.Uses.Select(one =>
            $"u {Name(one.Member)} {Flags(one)} {Set(one.Categories)} {Set(one.Purposes)} {Set(one.Proved)} {Path(one.Path)}"));
        if (method.Proof is { } proof)
            Line($"g {Set(proof.Always)} {Set(proof.WhenTrue)} {Set(proof.WhenFalse)}");
    }

    private string Passage(PassageFacts passage) =>
        $"{Data(passage.Data)} {Name(passage.Sink)} {Set(passage.Kinds)} {Optional(passage.Recipient)} "
        + $"{Optional(passage.Host)} {Set(passage.Purposes)} {Path(passage.Path)}";

    private static string Flags(UseFacts use) =>
        use is { IsPresenceTest: false, IsCopy: false } ? Nothing
        : (use.IsPresenceTest ? "p" : "") + (use.IsCopy ? "c" : "");

    private string Data(DataFacts data)
    {
        var parts = new List<string>();
        Add("", data.FromRaw, data.Raw);
        Add("~", data.FromPseudonymised, data.Pseudonymised);
        Add("^", data.FromAggregated, data.Aggregated);
        return parts.Count == 0 ? Nothing : string.Join(",", parts);

        void Add(string form, ulong from, ImmutableArray<string> categories)
        {
            for (var ordinal = 0; ordinal < Parameters; ordinal++)
                if ((from & 1UL << ordinal) != 0)
                    parts.Add(form + Number(ordinal));
            foreach (var number in Sorted(categories))
                parts.Add(form + "#" + Number(number));
        }
    }

    private string Optional(string? name) => name is null ? Nothing : Name(name);

    private string Set(ImmutableArray<string> names) =>
        names.IsEmpty ? Nothing : string.Join(",", Sorted(names).Select(Number));

    private string Path(ImmutableArray<string> names) =>
        names.IsEmpty ? Nothing : string.Join(",", names.Select(Name));

    // Names are numbered in their order.
    private IEnumerable<int> Sorted(ImmutableArray<string> names) =>
        names.Select(name => _numbers[name]).Distinct().OrderBy(number => number);

    private string Name(string name) => Number(_numbers[name]);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Lines(IEnumerable<string> lines)
    {
        foreach (var line in lines.Distinct().OrderBy(line => line, StringComparer.Ordinal))
            Line(line);
    }

    private void Line(string line) => _text.Append(line).Append('\n');
}
