using PolicyAsCode.EntityFrameworkCore.Testing.Dumps;
using PolicyAsCode.EntityFrameworkCore.Testing.Judging;

namespace PolicyAsCode.EntityFrameworkCore.Testing.OwnTables;

/// <summary>Judges what a sweep has done to the run time's own tables: what is over is gone, all else is the same.</summary>
internal sealed class OwnTableJudge(
    ModelFacts facts, IReadOnlyList<OwnRow> rows, DateTimeOffset now, Dump before, Dump after)
{
    private readonly Dictionary<Guid, DumpedRow> _before = ById(facts, before);
    private readonly Dictionary<Guid, DumpedRow> _after = ById(facts, after);

    public IEnumerable<string> Sweep(SweepReport report)
    {
        foreach (var row in rows.Where(row => _before.ContainsKey(row.Id)))
        {
            var over = RulesOn(row).FirstOrDefault(rule => IsOver(row, rule, now));
            if (!_after.TryGetValue(row.Id, out var left))
            {
                if (over is null || row.IsHeld || row.CopyUntil > now)
                    yield return $"{row} is gone: {Why(row)}.";
            }
            else if (!left.IsSame(_before[row.Id]))
                yield return $"{row} was changed by a sweep.";
            else if (over is not null && !row.IsHeld && !(row.CopyUntil > now))
                yield return $"{row} is still there, and its time is over: {over.Says}, counted from {Dump.Text(row.EndedAt)} "
                    + $"[{over.Policy}].";
        }

        foreach (var table in rows.GroupBy(row => row.Table))
        {
            var gone = table.Count(row => _before.ContainsKey(row.Id) && !_after.ContainsKey(row.Id));
            var entity = table.Key == OwnTable.Consents ? nameof(PrivacyConsent) : nameof(PrivacyRequest);
            var said = report.Entries.Where(entry => entry.Entity == entity && entry.Action == PrivacyAction.Erased)
                .Sum(entry => entry.Rows);
            if (gone != said)
                yield return $"{gone} rows of {entity} are gone, and the report says {said}.";
        }
    }

    /// <summary>Whether a proof of these tables stands on something: each time over for some rows, not for others.</summary>
    public IEnumerable<string> Seed() =>
        from rule in facts.OwnTables
        let own = rows.Where(row => _before.ContainsKey(row.Id) && RulesOn(row).Contains(rule)).ToList()
        where own.All(row => IsOver(row, rule, now)) || !own.Any(row => IsOver(row, rule, now))
            || !own.Any(row => row.IsHeld) || rows.All(row => row.Table != rule.Table || RulesOn(row).Contains(rule))
        select $"{rule.Table}: '{rule.Says}' is over for all of its rows or for none, or no row is held, or all are of it.";

    /// <summary>What the policy says of a row; a rule for review lets nothing go.</summary>
    private IEnumerable<OwnTableFacts> RulesOn(OwnRow row) => facts.OwnTables.Where(rule => rule.Table == row.Table
        && rule.Then != RetentionEnd.Review
        && (rule.Subjects.IsEmpty || rule.Subjects.Any(kind =>
            row.Subject == kind || row.Subject.StartsWith(kind + "/", StringComparison.Ordinal)))
        && (rule.Purposes.IsEmpty || rule.Purposes.Contains(row.Purpose)));

    private bool IsOver(OwnRow row, OwnTableFacts rule, DateTimeOffset at) =>
        (rule.AtMost ?? rule.AtLeast) is { } period
        && facts.Expiry.IsOver(row.EndedAt, period, isMinimum: rule.AtMost is null, at);

    private string Why(OwnRow row) =>
        row.IsHeld ? "a legal hold stands on whom it names"
        : row.CopyUntil > now ? "its copy can still be fetched"
        : $"no time of it is over, counted from {Dump.Text(row.EndedAt) ?? "nothing yet"}";

    private static Dictionary<Guid, DumpedRow> ById(ModelFacts facts, Dump dump)
    {
        var tables = new[] { typeof(PrivacyConsent), typeof(PrivacyRequest) }.Select(facts.Model.FindEntityType)
            .Where(type => type is not null).Select(type => Dump.NameOf(type!.GetTableMappings().First().Table))
            .ToHashSet(StringComparer.Ordinal);
        return dump.Rows.Where(row => tables.Contains(row.Table))
            .ToDictionary(row => Guid.Parse(row.Cells[nameof(OwnRow.Id)]!));
    }
}
