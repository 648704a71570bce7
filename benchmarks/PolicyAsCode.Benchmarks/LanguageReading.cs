using PolicyAsCode.Language;

namespace PolicyAsCode.Benchmarks;

/// <summary>
/// What it takes to read and check a policy, warm: 20 ms for 1,000 statements, and twice as long for twice as many up to
/// 20,000. Taken is the process's time on the processor, which what else the machine does moves less than the clock's.
/// </summary>
internal static class LanguageReading
{
    private const int Runs = 15;

    private static readonly int[] s_sizes = [1_000, 2_000, 5_000, 10_000, 20_000];

    public static void Run()
    {
        Console.WriteLine($"{"statements",10} {"characters",12} {"median ms",10} {"min ms",8} {"µs/statement",13} {"MB",6}");
        foreach (var size in s_sizes)
        {
            var policy = SyntheticPolicy.Of(size);
            var vocabulary = policy.ReadVocabulary();
            for (var i = 0; i < 20_000 / size + 3; i++)
                policy.Compile(vocabulary);
            var times = Enumerable.Range(0, Runs).Select(_ => Milliseconds(policy, vocabulary)).Order().ToArray();
            var before = GC.GetAllocatedBytesForCurrentThread();
            policy.Compile(vocabulary);
            var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            var median = times[Runs / 2];
            Console.WriteLine(
                $"{size,10:N0} {policy.Policy.Length,12:N0} {median,10:0.0} {times[0],8:0.0} {median * 1000 / size,13:0.0} {bytes / 1e6,6:0.0}");
        }
    }

    private static double Milliseconds(SyntheticPolicy policy, ParsedFile vocabulary)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = Environment.CpuUsage.TotalTime;
        policy.Compile(vocabulary);
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }
}
