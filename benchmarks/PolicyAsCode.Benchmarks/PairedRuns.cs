using System.Diagnostics;

namespace PolicyAsCode.Benchmarks;

/// <summary>
/// Times two things in turn, so that what else the machine does falls on both, and compares their medians. Which goes
/// first alternates: the second of a pair profits from warm caches.
/// </summary>
internal sealed record PairedRuns(double[] Reference, double[] Measured)
{
    public double ReferenceMedian => Median(Reference);

    public double MeasuredMedian => Median(Measured);

    /// <summary>The median of each pair's own ratio: less moved by a slow minute than the ratio of medians.</summary>
    public double Ratio => Median(Reference.Zip(Measured, (reference, measured) => measured / reference).ToArray());

    public static PairedRuns Time(int pairs, Action reference, Action measured)
    {
        var references = new double[pairs];
        var measurements = new double[pairs];
        for (var pair = 0; pair < pairs; pair++)
        {
            if (pair % 2 == 0)
                references[pair] = Milliseconds(reference);
            measurements[pair] = Milliseconds(measured);
            if (pair % 2 != 0)
                references[pair] = Milliseconds(reference);
        }
        return new(references, measurements);
    }

    public void Print(string referenceName, string measuredName)
    {
        Print(referenceName, Reference);
        Print(measuredName, Measured);
        Console.WriteLine($"{"ratio of medians",-38} {MeasuredMedian / ReferenceMedian:0.000}");
        Console.WriteLine($"{"median of the pairs' ratios",-38} {Ratio:0.000}");
    }

    private static void Print(string name, double[] times) =>
        Console.WriteLine($"{name,-38} median {Median(times),8:0.0} ms   min {times.Min(),8:0.0}   max {times.Max(),8:0.0}");

    private static double Milliseconds(Action action)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
