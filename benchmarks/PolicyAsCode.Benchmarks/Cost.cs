namespace PolicyAsCode.Benchmarks;

/// <summary>What one run took of the machine.</summary>
/// <param name="Processor">Seconds of processor time, of all threads.</param>
/// <param name="Allocated">Megabytes that were allocated.</param>
/// <param name="Peak">Megabytes that were held at most, as collections saw it.</param>
/// <param name="Paused">Seconds in which the collector stopped all else.</param>
internal sealed record Cost(double Processor, double Allocated, double Peak, double Paused)
{
    private const double Megabyte = 1024 * 1024;

    /// <summary>Runs, and measures.</summary>
    internal static (Cost Cost, T Result) Of<T>(Func<T> run)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var stop = new CancellationTokenSource();
        var held = GC.GetTotalMemory(false);
        var peak = held;
        var watch = new Thread(() =>
        {
            while (!stop.Token.WaitHandle.WaitOne(20))
                peak = Math.Max(peak, GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes);
        });
        watch.Start();
        var (processor, allocated, paused) =
            (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(), GC.GetTotalPauseDuration());
        var result = run();
        var cost = new Cost(
            (Environment.CpuUsage.TotalTime - processor).TotalSeconds,
            (GC.GetTotalAllocatedBytes() - allocated) / Megabyte,
            0,
            (GC.GetTotalPauseDuration() - paused).TotalSeconds);
        stop.Cancel();
        watch.Join();
        return (cost with { Peak = peak / Megabyte }, result);
    }

    /// <summary>Medians, and how much more they are than those of a reference.</summary>
    internal static void Print(string name, IReadOnlyCollection<Cost> costs, IReadOnlyCollection<Cost> reference)
    {
        var processor = Median(costs, one => one.Processor);
        var (allocated, peak) = (Median(costs, one => one.Allocated), Median(costs, one => one.Peak));
        Console.WriteLine(
            $"{name,-20} {processor,7:0.00} s   added {processor / Median(reference, one => one.Processor) - 1,7:0.0%}"
            + $"   min {costs.Min(one => one.Processor),6:0.00}   max {costs.Max(one => one.Processor),6:0.00}"
            + $"   added, of minima {costs.Min(one => one.Processor) / reference.Min(one => one.Processor) - 1,7:0.0%}");
        Console.WriteLine(
            $"{"",-20} {allocated,7:N0} MB allocated, added {allocated / Median(reference, one => one.Allocated) - 1,6:0.0%}"
            + $"   {peak,7:N0} MB held at most, added {peak / Median(reference, one => one.Peak) - 1,6:0.0%}"
            + $"   {Median(costs, one => one.Paused),5:0.00} s paused by the collector");
    }

    private static double Median(IEnumerable<Cost> costs, Func<Cost, double> of)
    {
        var values = costs.Select(of).Order().ToArray();
        return values[values.Length / 2];
    }
}
