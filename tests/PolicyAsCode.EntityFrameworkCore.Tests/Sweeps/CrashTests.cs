using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;
using PolicyAsCode.EntityFrameworkCore.Tests.Shop;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Sweeps;

/// <summary>
/// A process that dies in the middle of a sweep or an erasure, at a seeded point: before or after any of its statements or
/// commits. After a restart everything is as if it had not died: no change is missing, none was made twice, and the
/// record of the batches says exactly what happened. All 200 points: <c>eng/crash-runs.sh</c>.
/// </summary>
public sealed class CrashTests
{
    // In each run, over both databases and both kinds of work; PAC_CRASHES names another number.
    private const int Crashes = 12;
    private const int Seed = 20261122;

    /// <summary>An erasure whose statements go one by one, and so can be cut between any two of them.</summary>
    private const string OneByOne = "erasure one by one";

    [Theory]
    [InlineData(Provider.Sqlite, "sweep")]
    [InlineData(Provider.Sqlite, "erasure")]
    [InlineData(Provider.Sqlite, OneByOne)]
    [InlineData(Provider.PostgreSql, "sweep")]
    [InlineData(Provider.PostgreSql, "erasure")]
    [InlineData(Provider.PostgreSql, OneByOne)]
    public async Task A_process_killed_anywhere_loses_nothing_and_repeats_nothing(Provider provider, string work)
    {
        await using var original = await NodesDatabase.OpenAsync(provider, work == "sweep" ? Population.AddOldAsync : Population.AddAnaAsync);
        await using var whole = await original.CopyAsync();
        var points = int.Parse(await NodeAsync(whole, work, 0, byFailing: false), CultureInfo.InvariantCulture);
        var expected = await whole.SnapshotAsync();
        var changes = expected.Count(row => row.StartsWith("ChangeLog", StringComparison.Ordinal));
        Assert.True(points > (work == "erasure" ? 5 : 20) && changes > 10, $"{points} points, {changes} changes: too little happens.");

        // Rounded up: never fewer than were asked for.
        var count = Math.Max(1, ((int.TryParse(Environment.GetEnvironmentVariable("PAC_CRASHES"), out var asked) ? asked : Crashes) + 5) / 6);
        var random = new Random(Seed + (int)provider * 2 + work.Length);
        var died = 0;
        for (var i = 0; i < count; i++)
        {
            var point = 1 + random.Next(points);
            await using var database = await original.CopyAsync();
            var answer = await NodeAsync(database, work, point, byFailing: i % 2 == 1);
            Assert.True(answer.Length == 0, $"It lived on at point {point} of {points}: {answer}");
            died++;

            // Another process, when the dead one's lease has run out.
            await using (var db = database.Connect())
                await WorkAsync(new(db, new FixedTime(TestShop.Now.ToUniversalTime().AddMinutes(10))), work);

            var after = await database.SnapshotAsync();
            Assert.True(
                expected.SequenceEqual(after),
                $"Killed at point {point} of {points}.\nMissing:\n{string.Join("\n", Except(expected, after))}\n"
                + $"Too much:\n{string.Join("\n", Except(after, expected))}");
            if (work == "sweep")
                await using (var db = database.Connect())
                    Assert.Equal(changes, await db.Set<PrivacySweepBatch>().SumAsync(batch => batch.Rows));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{provider}, {work}: killed {died} times at {points} possible points, {changes} changes each.");
    }

    private static async Task WorkAsync(NodesContextPrivacy privacy, string work)
    {
        if (work == "sweep")
            Assert.Equal(SweepOutcome.Done, (await privacy.SweepAsync(new(BatchSize: 2))).Outcome);
        else
            await privacy.EraseCustomerAsync(People.Ana);
    }

    /// <summary>What one list has more often than the other.</summary>
    private static IEnumerable<string> Except(IEnumerable<string> one, IEnumerable<string> other)
    {
        var rest = other.GroupBy(row => row).ToDictionary(row => row.Key, row => row.Count());
        foreach (var row in one)
            if (rest.TryGetValue(row, out var left) && left > 0)
                rest[row] = left - 1;
            else
                yield return row;
    }

    /// <summary>Runs a node as a process of its own; gives what it said, nothing if it died.</summary>
    private static async Task<string> NodeAsync(NodesDatabase database, string work, int point, bool byFailing)
    {
        // Beside this test's own folder: .../SweepingNode/bin/Debug/net10.0.
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(
            own.Parent!.Parent!.Parent!.Parent!.FullName, "SweepingNode", "bin", own.Parent.Name, own.Name, "SweepingNode.dll");
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                program, database.Provider == Provider.Sqlite ? "sqlite" : "postgresql", database.Connection,
                TestShop.Now.UtcTicks.ToString(CultureInfo.InvariantCulture),
                work switch { "sweep" => work, OneByOne => $"{People.Ana}/one-by-one", _ => People.Ana.ToString() },
                point.ToString(CultureInfo.InvariantCulture), byFailing ? "fail" : "kill",
            },
            // A dump of each crash would fill the disk.
            Environment = { ["DOTNET_DbgEnableMiniDump"] = "0", ["DOTNET_TieredCompilation"] = "1" },
        };
        using var node = Process.Start(start)!;
        var said = node.StandardOutput.ReadToEndAsync();
        var complained = node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();
        var text = (await said).Trim();
        Assert.True(node.ExitCode == 0 == (point == 0), $"{node.ExitCode}: {text} {await complained}");
        return text;
    }
}
