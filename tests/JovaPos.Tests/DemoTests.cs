using System.Text.RegularExpressions;
using JovaPos.Data;
using JovaPos.Demo;
using Microsoft.EntityFrameworkCore;

namespace JovaPos.Tests;

/// <summary>
/// The demo tells the truth: what it prints is counted again, in snapshots of the database between its steps.
/// </summary>
public sealed class DemoTests
{
    private const string Clock = "2026-11-22T09:00:00+07:00";

    public static TheoryData<string> Databases => TestDatabase.All;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Every_printed_number_is_what_the_database_holds(string database)
    {
        await using var own = TestDatabase.Create(database);
        var (exit, page, at) = await PlayAsync(own);

        Assert.Equal(0, exit);
        Assert.DoesNotContain("WRONG", page);
        var sections = Regex.Split(page, @"^(?=\d  )", RegexOptions.Multiline);

        Assert.Contains($"   {at[DemoStep.Seeded].Rows.Count()} rows, with dates", sections[1]);
        var counted = Regex.Matches(sections[1], @"^ +(\d+)  ([A-Z]\w+)$", RegexOptions.Multiline);
        Assert.Equal(at[DemoStep.Seeded].Tables.Count(table => at[DemoStep.Seeded][table].Count > 0), counted.Count);
        foreach (Match count in counted)
            Assert.Equal(at[DemoStep.Seeded][Table(count.Groups[2].Value)].Count, int.Parse(count.Groups[1].Value));

        Snapshot.AssertSame(at[DemoStep.Seeded], at[DemoStep.DryRun]);
        Snapshot.AssertSame(at[DemoStep.Swept], at[DemoStep.SweptAgain]);
        AssertEntries(sections[2], at[DemoStep.Seeded], at[DemoStep.Swept]);
        AssertChecks(sections[3], at[DemoStep.Seeded], at[DemoStep.Swept]);
        AssertEntries(sections[5], at[DemoStep.Confirmed], at[DemoStep.Erased]);
        AssertChecks(sections[6], at[DemoStep.Confirmed], at[DemoStep.Notified]);

        var siti = new SubjectRows(at[DemoStep.Confirmed], ShopSeed.Siti);
        Assert.Empty(at[DemoStep.Notified].Find(siti.Identifiers));
        Assert.All(
            at[DemoStep.Confirmed].Rows.Where(row => !siti.Contains(row)),
            row => Assert.True(at[DemoStep.Confirmed].HasSame(row, at[DemoStep.Notified]), $"{row} has changed."));
    }

    [Fact]
    public async Task The_same_clock_gives_the_same_page()
    {
        await using var first = TestDatabase.Create(TestDatabase.Sqlite);
        await using var second = TestDatabase.Create(TestDatabase.Sqlite);
        Assert.Equal((await PlayAsync(first)).Page, (await PlayAsync(second)).Page);
    }

    [Fact]
    public async Task Without_options_it_cleans_up_after_itself()
    {
        var before = Directory.GetFiles(Path.GetTempPath(), "jova-pos-demo-*").Length;
        using var page = new StringWriter();
        Assert.Equal(0, await DemoCommand.RunAsync([], page, CancellationToken.None));
        Assert.Equal(before, Directory.GetFiles(Path.GetTempPath(), "jova-pos-demo-*").Length);
    }

    [Theory]
    [InlineData("--now")]
    [InlineData("--now", "yesterday")]
    [InlineData("--what", "ever")]
    public async Task An_option_that_makes_no_sense_shows_the_usage(params string[] options)
    {
        using var page = new StringWriter();
        Assert.Equal(2, await DemoCommand.RunAsync(options, page, CancellationToken.None));
        Assert.Contains(DemoOptions.Usage, page.ToString());
    }

    private static async Task<(int Exit, string Page, Dictionary<DemoStep, Snapshot> At)> PlayAsync(
        TestDatabase database)
    {
        var at = new Dictionary<DemoStep, Snapshot>();
        using var page = new StringWriter { NewLine = "\n" };
        var exit = await DemoCommand.RunAsync(
            ["--now", Clock, "--database", database.ConnectionString], page, CancellationToken.None,
            async step => at[step] = await Snapshot.TakeAsync(database));
        return (exit, page.ToString(), at);
    }

    /// <summary>Counts anew what each printed entry says of rows erased, and of fields emptied.</summary>
    private static void AssertEntries(string section, Snapshot before, Snapshot after)
    {
        var entries = Regex.Matches(
            section,
            @"^ +(?<rows>\d+)  (?<verb>erased|blanked|anonymised|unlinked|kept) +(?<entity>[A-Z]\w+)"
            + @"(?:: (?<fields>\w+(?:, \w+)*))?$",
            RegexOptions.Multiline);
        Assert.True(entries.Count > 10, section);
        var erased = new Dictionary<string, int>();
        foreach (Match entry in entries)
        {
            var rows = int.Parse(entry.Groups["rows"].Value);
            var table = Table(entry.Groups["entity"].Value);
            var fields = entry.Groups["fields"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries);
            switch (entry.Groups["verb"].Value)
            {
                case "erased":
                    erased[table] = erased.GetValueOrDefault(table) + rows;
                    break;
                case "kept":
                    Assert.InRange(rows, 1, after[table].Count);
                    break;
                default:
                    Assert.True(rows == Changed(before, after, table, fields), entry.Value);
                    break;
            }
        }

        foreach (var table in before.Tables.Where(table => table != "FarewellMessages"))
            Assert.Equal(before[table].Count - after[table].Count, erased.GetValueOrDefault(table));

        // The table by clause says the same numbers again.
        var said = entries.Select(entry => $"{entry.Groups["rows"].Value} {entry.Groups["entity"].Value}").ToHashSet();
        foreach (Match clause in Regex.Matches(section, @"^   JOVA-\d+\.\d+ +(?<sums>.*)$", RegexOptions.Multiline))
            Assert.All(Regex.Matches(clause.Groups["sums"].Value, @"\d+ \w+"), sum => Assert.Contains(sum.Value, said));
    }

    private static int Changed(Snapshot before, Snapshot after, string table, string[] fields) =>
        before[table].Count(row =>
            after[table].TryGetValue(row.Key, out var now)
            && row.Value.Keys.Where(field => fields.Length == 0 || fields.Contains(field))
                .Any(field => row.Value[field] != now[field]));

    /// <summary>Counts anew what each check line says of a table.</summary>
    private static void AssertChecks(string section, Snapshot before, Snapshot after)
    {
        foreach (Match check in Regex.Matches(section, @"(\w+): (\d+) rows before, (\d+) after, (\d+) erased"))
        {
            var table = Table(check.Groups[1].Value);
            Assert.Equal(before[table].Count, int.Parse(check.Groups[2].Value));
            Assert.Equal(after[table].Count, int.Parse(check.Groups[3].Value));
        }
    }

    private static string Table(string entity)
    {
        var options = new DbContextOptionsBuilder<ShopContext>().UseSqlite("Data Source=:memory:").Options;
        using var shop = new ShopContext(options);
        return shop.Model.GetEntityTypes().Single(known => known.ClrType.Name == entity).GetTableName()!;
    }
}
