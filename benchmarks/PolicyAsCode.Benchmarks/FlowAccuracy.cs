using PolicyAsCode.Analyzers.Tests.Flow;

namespace PolicyAsCode.Benchmarks;

/// <summary>
/// How often the flow analysis is right, by construct, on the annotated cases of the analyzers' tests; and whether it
/// says the same however its parts run beside each other.
/// </summary>
internal static class FlowAccuracy
{
    private const double Bar = 0.97;

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Constructs");

    public static int Run(bool tell)
    {
        var suite = ConstructSuite.Read(Folder);
        var found = suite.FindAsync().GetAwaiter().GetResult();
        Console.WriteLine($"{"construct",-24} {"cases",5} {"leaks",5} {"found",5} {"false",5} {"recall",7} {"precision",9}");
        var all = new Count();
        var held = true;
        foreach (var construct in suite.Cases.GroupBy(one => one.Construct))
        {
            var count = construct.Select(one => Count.Of(one, found[one.Path])).Aggregate((a, b) => a + b);
            Console.WriteLine(count.Row(construct.Key));
            all += count;
            if (tell)
                foreach (var one in construct)
                    Tell(one, found[one.Path].ToList());
        }
        Console.WriteLine(all.Row("all"));
        held &= all.Recall >= Bar && all.Precision >= Bar;
        return held ? 0 : 1;
    }

    /// <summary>Runs the suite again and again with concurrent analyzers; 1 where any run differs.</summary>
    public static int Repeat(int times)
    {
        var suite = ConstructSuite.Read(Folder);
        var first = Text(suite.FindAsync(concurrent: false).GetAwaiter().GetResult());
        var different = Enumerable.Range(1, times)
            .Count(_ => Text(suite.FindAsync().GetAwaiter().GetResult()) != first);
        Console.WriteLine($"{times} concurrent runs over {suite.Cases.Length} cases: {different} differ");
        return different == 0 ? 0 : 1;
    }

    private static string Text(ILookup<string, ConstructFinding> found) =>
        string.Join("\n", found.SelectMany(one => one).Select(one => one.ToString()).Order(StringComparer.Ordinal));

    private static void Tell(ConstructCase one, List<ConstructFinding> found)
    {
        var lines = found.Select(finding => (finding.Id, finding.Line)).ToHashSet();
        foreach (var (id, line) in one.Lines)
            if (!lines.Contains((id, line)))
                Console.WriteLine($"    missed {id} {one.Path}, line {line}");
        foreach (var finding in found)
            if (!one.Lines.Contains((finding.Id, finding.Line)))
                Console.WriteLine($"    false  {finding.Id} {one.Path}, line {finding.Line}: {finding.Message}");
    }

    private readonly record struct Count(int Cases, int Leaks, int Found, int False)
    {
        public double Recall => Leaks == 0 ? 1 : (double)Found / Leaks;

        public double Precision => Found + False == 0 ? 1 : (double)Found / (Found + False);

        public static Count Of(ConstructCase one, IEnumerable<ConstructFinding> findings)
        {
            var (wanted, got) = (one.Lines.ToHashSet(), findings.Select(finding => (finding.Id, finding.Line)).ToHashSet());
            return new(1, wanted.Count, wanted.Count(got.Contains), got.Count(line => !wanted.Contains(line)));
        }

        public static Count operator +(Count a, Count b) =>
            new(a.Cases + b.Cases, a.Leaks + b.Leaks, a.Found + b.Found, a.False + b.False);

        public string Row(string name) =>
            $"{name,-24} {Cases,5} {Leaks,5} {Found,5} {False,5} {Recall,7:0.000} {Precision,9:0.000}";
    }
}
