using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using SweptShop;

namespace PolicyAsCode.Benchmarks;

/// <summary>
/// The sweep of a tenth of the rows beside SQL as people write it, with the same batch size: each in a process of its
/// own, warm, on a copy of the same database, in turns. A batch's time is its whole transaction: no row is locked longer.
/// </summary>
internal static class Sweep
{
    private const int BatchSize = 1_000;
    private const string Word = "sweep-child";

    public static bool TryRunChild(string[] args)
    {
        if (args is not [Word, var how, var provider, var connection, var warm])
            return false;
        var time = new Fixed();
        Run(how, ShopDatabase.At(provider == "sqlite", warm), time);
        using var batches = new Longest();
        GC.Collect();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var (rows, longest) = Run(how, ShopDatabase.At(provider == "sqlite", connection), time);
        watch.Stop();
        var processor = Process.GetCurrentProcess().TotalProcessorTime - before;
        var peak = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{rows} {watch.Elapsed.TotalMilliseconds} {Math.Max(longest.TotalMilliseconds, batches.Value * 1000)} {peak} {processor.TotalMilliseconds}"));
        return true;
    }

    /// <summary><c>sweep [ROWS] [PAIRS] [sqlite|postgresql]</c>; PostgreSQL where POLICYASCODE_POSTGRES names a server.</summary>
    public static int Run(int rows, int pairs, string? only = null)
    {
        Console.WriteLine($"{rows:N0} rows, of which {rows / 10:N0} are over their time; batches of {BatchSize:N0}; medians of {pairs} in turns");
        var servers = new List<string?> { null };
        if (Environment.GetEnvironmentVariable("POLICYASCODE_POSTGRES") is { Length: > 0 } server)
            servers.Add(server);
        var isGood = true;
        foreach (var at in servers.Where(at => only is null || only == (at is null ? "sqlite" : "postgresql")))
            isGood &= Compare(at, rows, pairs);
        return isGood ? 0 : 1;
    }

    private static bool Compare(string? server, int rows, int pairs)
    {
        using var whole = ShopDatabase.Create(server, rows);
        using var tenth = ShopDatabase.Create(server, rows / 10);
        using var little = ShopDatabase.Create(server, 20_000);
        string[] ways = ["hand-written", "keyset", "generated", "measuring"];
        var results = ways.ToDictionary(way => way, _ => new List<Result>());
        for (var pair = 0; pair < pairs; pair++)
            foreach (var way in pair % 2 == 0 ? ways : ways.Reverse())
                results[way].Add(Child(way, whole, little));
        var small = Child("measuring", tenth, little);

        Console.WriteLine(server is null ? "SQLite" : "PostgreSQL");
        foreach (var way in ways)
        {
            var median = Median(results[way], result => result.Milliseconds);
            Console.WriteLine(
                $"  {way,-14} {median,9:0} ms (own processor time {Median(results[way], result => result.Processor):0})   {results[way][0].Rows,9:N0} rows   longest batch {results[way].Max(result => result.Longest),6:0} ms (median of the longest {Median(results[way], result => result.Longest):0})   peak {Median(results[way], result => result.Peak) / 1024:0.0} MB");
        }

        var ratio = Median(results["generated"], result => result.Milliseconds) / Median(results["hand-written"], result => result.Milliseconds);
        var best = Median(results["generated"], result => result.Milliseconds) / Median(results["keyset"], result => result.Milliseconds);
        var measuring = Median(results["measuring"], result => result.Milliseconds);
        var memory = Median(results["measuring"], result => result.Peak) / small.Peak;
        var longest = Median(results["measuring"], result => result.Longest);
        Console.WriteLine($"  generated / hand-written, same batches {ratio:0.000} (bar 1.1); by keyset {best:0.000}");
        Console.WriteLine($"  measuring its batches / hand-written {measuring / Median(results["hand-written"], result => result.Milliseconds):0.000}; by keyset {measuring / Median(results["keyset"], result => result.Milliseconds):0.000}");
        Console.WriteLine($"  longest transaction where it measures {longest:0} ms (bar 100)");
        Console.WriteLine($"  peak memory, {rows:N0} rows / {rows / 10:N0} rows {memory:0.000} (bar 1.1): {small.Peak / 1024.0:0.0} MB at a tenth");
        return ratio <= 1.1 && memory <= 1.1 && longest <= 100;
    }

    private static Result Child(string way, ShopDatabase original, ShopDatabase little)
    {
        using var database = original.Copy();
        using var warm = little.Copy();
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        // What is compiled twice, in the background, would be in the figures of whoever runs more code.
        start.Environment["DOTNET_TieredCompilation"] = "0";
        // What is held counts, and not what a large cache lets lie about until it is collected.
        start.Environment["DOTNET_GCgen0size"] = "0x400000";
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(typeof(Sweep).Assembly.Location);
        foreach (var argument in new[] { Word, way, database.IsSqlite ? "sqlite" : "postgresql", database.Connection, warm.Connection })
            start.ArgumentList.Add(argument);
        using var child = Process.Start(start)!;
        var said = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        if (child.ExitCode != 0)
            throw new InvalidOperationException(said);
        var numbers = said.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new((int)numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    }

    private static (int Rows, TimeSpan Longest) Run(string how, ShopDatabase database, TimeProvider time)
    {
        if (how is "generated" or "measuring")
        {
            using var db = database.Open();
            // As large as the hand-written ones, or as its own clock says.
            var options = new SweepOptions(BatchSize: how == "generated" ? BatchSize : null);
            return (new SweptContextPrivacy(db, time).SweepAsync(options).GetAwaiter().GetResult().RowsChanged, default);
        }

        // What both take as given: the first moment of the day in Jakarta on which 90 days are not over.
        var cutoff = new DateTimeOffset(2025, 12, 16, 17, 0, 0, TimeSpan.Zero);
        var longest = TimeSpan.Zero;
        var rows = 0;
        using var connection = database.Connect();
        foreach (var (table, anchor, change, left) in new[]
        {
            ("Visits", "At", "DELETE FROM \"Visits\"", ""),
            ("Orders", "PlacedAt", "UPDATE \"Orders\" SET \"DeliveryAddress\" = NULL", " AND \"DeliveryAddress\" IS NOT NULL"),
        })
        {
            object from = database.IsSqlite ? 0L : DateTimeOffset.UnixEpoch;
            int changed;
            do
            {
                using var command = connection.CreateCommand();
                var began = how == "keyset" ? $" AND \"{anchor}\" >= @from" : "";
                command.CommandText = $"{change} WHERE \"Id\" IN (SELECT \"Id\" FROM \"{table}\" WHERE \"{anchor}\" < @cutoff{began}{left} ORDER BY \"{anchor}\" LIMIT {BatchSize})";
                Add(command, "cutoff", database.IsSqlite ? cutoff.UtcTicks : cutoff);
                if (how == "keyset")
                    Add(command, "from", from);
                var watch = Stopwatch.StartNew();
                changed = command.ExecuteNonQuery();
                longest = watch.Elapsed > longest ? watch.Elapsed : longest;
                rows += changed;
                if (how == "keyset" && changed == BatchSize)
                {
                    using var next = connection.CreateCommand();
                    next.CommandText = $"SELECT \"{anchor}\" FROM \"{table}\" WHERE \"{anchor}\" >= @from AND \"{anchor}\" < @cutoff{left} ORDER BY \"{anchor}\" LIMIT 1";
                    Add(next, "cutoff", database.IsSqlite ? cutoff.UtcTicks : cutoff);
                    Add(next, "from", from);
                    from = next.ExecuteScalar() switch
                    {
                        null => from,
                        DateTime moment => new DateTimeOffset(moment, TimeSpan.Zero),
                        var other => other,
                    };
                }
            }
            while (changed == BatchSize);
        }

        return (rows, longest);

        static void Add(System.Data.Common.DbCommand command, string name, object value)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
    }

    private static double Median(List<Result> results, Func<Result, double> of)
    {
        var sorted = results.Select(of).Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private sealed record Result(int Rows, double Milliseconds, double Longest, double Peak, double Processor);

    private sealed class Fixed : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => ShopDatabase.Now;
    }

    /// <summary>The longest transaction of a sweep, in seconds, by its meter.</summary>
    private sealed class Longest : IDisposable
    {
        private readonly MeterListener _listener = new()
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == SweepMetrics.MeterName && instrument.Name == "policyascode.sweep.batch.duration")
                    self.EnableMeasurementEvents(instrument);
            },
        };

        public Longest()
        {
            _listener.SetMeasurementEventCallback<double>((_, value, _, _) => Value = Math.Max(Value, value));
            _listener.Start();
        }

        public double Value { get; private set; }

        public void Dispose() => _listener.Dispose();
    }
}
