using System.Globalization;
using JovaPos.Data;
using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos.Demo;

/// <summary>
/// Prints the demo for somebody who sees it for the first time, and checks every sum against the database.
/// </summary>
internal sealed class DemoPage(TextWriter output)
{
    private static readonly TimeZoneInfo Jakarta = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");
    private bool _allTrue = true;

    /// <summary>Prints; returns whether every check held.</summary>
    public bool Write(DemoResult demo)
    {
        Line($"JOVA POS under its privacy policy (policies/jova-pos.policy.yaml), on {demo.Provider}");
        Line($"The clock stands at {Moment(demo.StartedAt)} in Jakarta, where the shop's days begin.");

        Title("1  A shop");
        WriteSeed(demo.Seeded);

        Title("2  Retention, dry run: what is over its time today?");
        WriteSweep(demo.DryRun);
        Check(
            "the dry run took no row from any table",
            demo.Seeded.Entities.All(entity => demo.Seeded[entity] == demo.AfterDryRun[entity]));

        Title("3  Retention, for real");
        Line($"   {demo.Sweep.RowsChanged} rows changed, rule by rule as above.");
        Check("the dry run told the truth", Same(demo.DryRun.Entries, demo.Sweep.Entries));
        CheckRows(
            demo.Sweep.Entries.Select(entry => (entry.Entity, entry.Action, entry.Rows)), demo.Seeded, demo.AfterSweep);
        Check("a second run found nothing left to do", demo.SecondSweep.RowsChanged == 0);

        Title("4  A customer asks to be deleted");
        WriteRequest(demo.Request);

        Title("5  The receipt, by clause");
        WriteReceipt(demo.Receipt);
        Check(
            "the dry run of the erasure gave the same receipt",
            Same(demo.PlannedReceipt.Entries, demo.Receipt.Entries));

        Title("6  What the database says");
        WriteTraces(demo);
        CheckRows(
            demo.Receipt.Entries.Select(entry => (entry.Entity, entry.Action, entry.Rows)),
            demo.BeforeErasure, demo.AfterErasure);

        Line();
        Line(_allTrue ? "Every check held." : "A CHECK FAILED: see 'WRONG' above.");
        return _allTrue;
    }

    private void WriteSeed(RowCensus seeded)
    {
        var table = new TextTable("rows", "entity");
        foreach (var entity in seeded.Entities.Where(entity => seeded[entity] > 0))
            table.Add(Number(seeded[entity]), entity);
        table.WriteTo(output, "   ");
        Line($"   {seeded.Total} rows, with dates on both sides of every limit of the policy.");
    }

    private void WriteSweep(SweepReport report)
    {
        var entries = report.Entries.Where(entry => entry.Rows > 0).ToList();
        new EntryList(output).Write(entries.Select(entry => new PrintedEntry(entry.Rule, entry.Rows, KeptUntil: null)));
        Line($"   {report.RowsChanged} rows, by {entries.Count} of {report.Entries.Length} rules.");
    }

    private void WriteRequest(IReadOnlyList<DemoEvent> events)
    {
        var table = new TextTable("when", "what", "clause");
        foreach (var step in events)
            table.Add(Moment(step.At), step.What, step.Clause);
        table.WriteTo(output, "   ");
    }

    private void WriteReceipt(ErasureReceipt receipt)
    {
        new EntryList(output).Write(receipt.Entries.OrderBy(entry => entry.Action)
            .Select(entry => new PrintedEntry(entry.Rule, entry.Rows, entry.KeptUntil)));

        Line();
        Line("   The same, clause by clause of the notice:");
        Line();
        var table = new TextTable("clause", "erased", "anonymised", "kept");
        foreach (var clause in receipt.Entries.SelectMany(Clauses).Distinct().OrderBy(ClauseOrder.Of))
        {
            var cited = receipt.Entries.Where(entry => Clauses(entry).Contains(clause)).ToList();
            table.Add(
                clause, Sum(cited, PrivacyAction.Erased), Sum(cited, PrivacyAction.Anonymised),
                Sum(cited, PrivacyAction.Kept));
        }

        table.WriteTo(output, "   ");
    }

    private static string Sum(IEnumerable<ErasureEntry> entries, PrivacyAction action) =>
        string.Join(", ", entries
            .Where(entry => entry.Action == action)
            .GroupBy(entry => entry.Entity)
            .Select(entity => $"{entity.Max(entry => entry.Rows)} {entity.Key}"));

    private static IEnumerable<string> Clauses(ErasureEntry entry) => entry.Rule.Clauses;

    private void WriteTraces(DemoResult demo)
    {
        Line("   Every column of every table was searched for the customer's id, name, email, phone and address.");
        var table = new TextTable("entity", "rows before", "rows after");
        foreach (var (entity, rows) in demo.TracesBefore)
            table.Add(entity, Number(rows), Number(demo.TracesAfter.GetValueOrDefault(entity)));
        table.Add("together", Number(demo.TracesBefore.Values.Sum()), Number(demo.TracesAfter.Values.Sum()));
        table.WriteTo(output, "   ");
        Check("nothing in the database leads to the customer any more", demo.TracesAfter.Count == 0);
    }

    /// <summary>Of each entity as many rows must be gone from the database as the entries say.</summary>
    private void CheckRows(
        IEnumerable<(string Entity, PrivacyAction Action, int Rows)> entries, RowCensus before, RowCensus after)
    {
        var erased = entries.Where(entry => entry.Action == PrivacyAction.Erased && entry.Rows > 0)
            .GroupBy(entry => entry.Entity, entry => entry.Rows)
            .ToDictionary(entity => entity.Key, entity => entity.Sum());
        foreach (var (entity, rows) in erased)
            Check(
                $"{entity}: {before[entity]} rows before, {after[entity]} after, {rows} erased",
                before[entity] - after[entity] == rows);
        Check(
            "no row of any other table is gone",
            before.Entities.All(entity => erased.ContainsKey(entity) || before[entity] == after[entity]));
    }

    private static bool Same(IEnumerable<SweepEntry> planned, IEnumerable<SweepEntry> done) =>
        planned.Select(Said).SequenceEqual(done.Select(Said));

    private static (string, string, PrivacyAction, int) Said(SweepEntry entry) =>
        (entry.Entity, entry.Rule.Reason, entry.Action, entry.Rows);

    private static bool Same(IEnumerable<ErasureEntry> planned, IEnumerable<ErasureEntry> done) =>
        planned.Select(Said).SequenceEqual(done.Select(Said));

    private static (string, string, PrivacyAction, int, DateOnly?) Said(ErasureEntry entry) =>
        (entry.Entity, entry.Rule.Reason, entry.Action, entry.Rows, entry.KeptUntil);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, Jakarta).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private void Check(string claim, bool holds)
    {
        _allTrue &= holds;
        Line($"   {(holds ? "[ok]   " : "[WRONG]")} {claim}");
    }

    private void Title(string title)
    {
        Line();
        Line(title);
    }

    private void Line(string text = "") => output.WriteLine(text);
}
