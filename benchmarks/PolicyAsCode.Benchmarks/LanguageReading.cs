using System.Diagnostics;
using PolicyAsCode.Language;

namespace PolicyAsCode.Benchmarks;

/// <summary>
/// What it takes to read and check a policy, warm: 20 ms for 1,000 statements, and at most 2.2 times as long for twice
/// as many, up to 20,000. What a large policy costs hangs on the collector, and each host sets that in its own way, so
/// that each is measured, in a process of its own. All sizes are timed in turns: a slow minute falls on all of them.
/// </summary>
internal static class LanguageReading
{
    private const int Rounds = 21;

    // The word for such a process: what it reads follows.
    private const string Child = "reading";
    private const string Plain = "plain";
    private const string Unplain = "unplain";
    private const string Uncollected = "uncollected";

    private static readonly int[] s_sizes = [1_000, 1_250, 2_500, 5_000, 10_000, 20_000];

    private static readonly Host[] s_hosts =
    [
        new("a task of MSBuild (default settings)", [], Plain),
        new("policy, the tool (as it is shipped: not concurrent)", [("DOTNET_gcConcurrent", "0")], Plain),
        new("the compiler server (server collector)", [("DOTNET_gcServer", "1")], Plain),
        new("a host that lives long (nothing collected between two readings)", [], Uncollected),
        new("a machine with little cache (first generation of 4 MB)", [("DOTNET_GCgen0size", "0x400000")], Plain),
        new("default settings, a file that YamlDotNet must read", [], Unplain),
    ];

    /// <summary>Measures each host.</summary>
    public static void Run()
    {
        foreach (var host in s_hosts)
        {
            Console.WriteLine();
            Console.WriteLine(host.Name);
            var start = new ProcessStartInfo(
                "dotnet", [typeof(LanguageReading).Assembly.Location, Child, host.Mode]);
            foreach (var (name, value) in host.Settings)
                start.Environment[name] = value;
            using var process = Process.Start(start)!;
            process.WaitForExit();
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"measuring '{host.Name}' failed");
        }
    }

    /// <summary>Measures in this process; false for words that ask for something else.</summary>
    public static bool TryRunChild(string[] words)
    {
        if (words is not [Child, var mode])
            return false;
        var all = s_sizes.Select(size => new Reading(size, mode == Unplain)).ToArray();
        foreach (var reading in all)
            reading.Warm();
        for (var round = 0; round < Rounds; round++)
            foreach (var reading in all)
                reading.Time(collectFirst: mode != Uncollected);

        Console.WriteLine(
            $"{"statements",10} {"characters",10} {"ms",7} {"min",7} {"of processor",13} {"min",7} {"MB",6} "
            + $"{"collections",12} {"ms of them",11}   times half as many (clock, processor)");
        foreach (var reading in all)
            reading.Print(all.FirstOrDefault(half => half.Size * 2 == reading.Size));
        return true;
    }

    private sealed record Host(string Name, (string Name, string Value)[] Settings, string Mode);

    // One size, and how long it took in each round.
    private sealed class Reading
    {
        private readonly List<double> _clock = [];
        private readonly List<double> _processor = [];
        private readonly List<double> _pauses = [];
        private readonly List<double> _collections = [];
        private readonly SyntheticPolicy _policy;
        private readonly ParsedFile _vocabulary;
        private long _bytes;

        public Reading(int size, bool isUnplain)
        {
            Size = size;
            _policy = SyntheticPolicy.Of(size);
            if (isUnplain)
                _policy = _policy.Unplain();
            _vocabulary = _policy.ReadVocabulary();
        }

        public int Size { get; }

        public void Warm()
        {
            for (var i = 0; i < 20_000 / Size + 3; i++)
                _policy.Compile(_vocabulary);
        }

        public void Time(bool collectFirst)
        {
            if (collectFirst)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var (pause, collections) = (GC.GetTotalPauseDuration(), GC.CollectionCount(0));
            var processor = Environment.CpuUsage.TotalTime;
            var clock = Stopwatch.StartNew();
            _policy.Compile(_vocabulary);
            _clock.Add(clock.Elapsed.TotalMilliseconds);
            _processor.Add((Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);
            _pauses.Add((GC.GetTotalPauseDuration() - pause).TotalMilliseconds);
            _collections.Add(GC.CollectionCount(0) - collections);
            _bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        }

        public void Print(Reading? half)
        {
            var times = half is null
                ? ""
                : $"{Ratio(_clock, half._clock),5:0.00} {Ratio(_processor, half._processor),5:0.00}";
            Console.WriteLine(
                $"{Size,10:N0} {_policy.Policy.Length,10:N0} {Median(_clock),7:0.0} {_clock.Min(),7:0.0} "
                + $"{Median(_processor),13:0.0} {_processor.Min(),7:0.0} {_bytes / 1e6,6:0.0} "
                + $"{_collections.Average(),12:0.0} {_pauses.Average(),11:0.0}   {times}");
        }

        // The median of the rounds' own ratios.
        private static double Ratio(List<double> whole, List<double> half) =>
            Median(whole.Zip(half, (two, one) => two / one));

        private static double Median(IEnumerable<double> values)
        {
            var sorted = values.Order().ToArray();
            return sorted[sorted.Length / 2];
        }
    }
}
