using PolicyAsCode.EntityFrameworkCore.Testing.Dumps;
using PolicyAsCode.EntityFrameworkCore.Testing.Seeding;

namespace PolicyAsCode.EntityFrameworkCore.Testing.Judging;

/// <summary>
/// Judges a sweep by what was there before and what is there after: what is over has gone, what is not has stayed, and the
/// report has told so.
/// </summary>
internal sealed class SweepJudge(ModelFacts facts, Seeder seed, DateTimeOffset now, Dump before, Dump after)
{
    private readonly Rows _before = new(facts, seed.Rows, before);
    private readonly Rows _after = new(facts, seed.Rows, after);
    private readonly List<string> _faults = [];

    public IReadOnlyList<string> Sweep(SweepReport report)
    {
        var changes = new Changes(facts.Model, before, after);
        foreach (var row in _before.There)
            if (_before.IsHeld(row))
                Held(row);
            else if (!_after.Known.Contains(row))
                Gone(row, changes);
            else
            {
                Stays(row, changes);
                References(row, changes);
            }

        _faults.AddRange(changes.Faults(_before.There.SelectMany(row => row.Places.Select(place => (place, row)))
            .GroupBy(item => item.place).ToDictionary(same => same.Key, same => same.First().row)));
        Report(report);
        return _faults;
    }

    private void Held(SeededRow row)
    {
        if (!_after.Known.Contains(row))
            _faults.Add($"{row} is on legal hold, and is gone.");
    }

    private void Gone(SeededRow row, Changes changes)
    {
        changes.MayGo(row);
        var groups = facts.Groups(row.Type);
        if (groups.FirstOrDefault(group => group.Anchor is null || group.Then != RetentionEnd.Erase) is { } never)
            _faults.Add($"{row} is gone, and {never.Says} lets no row go{Where(never)}.");
        else if (groups.FirstOrDefault(group => !_before.IsOver(row, group, now)) is { } young)
            _faults.Add($"{row} is gone, and its time is not over: {young.Says}, counted from {Said(_before.Anchor(row, young))}{Where(young)}.");
        else if (groups.Count == 0 && !row.Links.Any(link => link.Key.IsRequired
            && _before.Known.Contains(link.Value) && !_after.Known.Contains(link.Value)))
            _faults.Add($"{row} is gone, and what it is a part of is still there.");
    }

    private void Stays(SeededRow row, Changes changes)
    {
        var groups = facts.Groups(row.Type).Where(group => group.Anchor is not null).ToList();
        var all = facts.Groups(row.Type);
        if (all.Count > 0 && all.All(group => group is { Then: RetentionEnd.Erase, Anchor: not null } && _before.IsOver(row, group, now))
            && !_after.Referring(row).Any(link => Keeps(link.Row, link.Key)))
            _faults.Add($"{row} is still there; all of its times are over ({all[0].Says}{Where(all[0])}), and nothing that stays needs it.");

        foreach (var group in groups.Where(group => group.Then != RetentionEnd.Review && _before.IsOver(row, group, now)))
            foreach (var field in group.Fields.Where(field => group.Then == RetentionEnd.Erase || field.Identifies))
                foreach (var slot in Slot.Of(row, field.Name).Where(slot => slot.IsBlankable))
                    changes.MustGo(slot, $"its time is over: {group.Says}, counted from {Said(_before.Anchor(row, group))}{Where(group)}");
        foreach (var group in groups)
            foreach (var slot in group.Fields.SelectMany(field => Slot.Of(row, field.Name)))
                changes.MustStay(slot, $"its time is not over, or it is not to be emptied: {group.Says}, counted from {Said(_before.Anchor(row, group))}{Where(group)}");
        Countable(row, groups);
    }

    /// <summary>
    /// Whether a row keeps what it refers to: it cannot be without, is on hold, or somebody's data hangs on that person, or is
    /// counted from there. Any other only loses the reference.
    /// </summary>
    private bool Keeps(SeededRow row, Relation key) => key.IsRequired || _before.IsHeld(row)
        || facts.SidesOf(row.Type).Any(side => side.Reference.Properties == key.Name)
        || facts.Model.GetEntityTypes().Any(type => facts.Groups(type).Any(group => group.FurtherPaths.Add(group.Path).Add(group.AnchorPath)
            .Any(way => facts.PassesThrough(type, way, row.Type, key))));

    /// <summary>What has to go one day must be found that day: the way to what its time counts from may not be cut before.</summary>
    private void Countable(SeededRow row, List<FieldGroupFacts> groups)
    {
        foreach (var group in groups.Where(group => group.Then != RetentionEnd.Review && !group.AnchorPath.IsEmpty
            && row.Follow(before, group.AnchorPath) is not null && row.Follow(after, group.AnchorPath) is null))
            foreach (var field in group.Fields.Where(field => group.Then == RetentionEnd.Erase || field.Identifies))
                foreach (var slot in Slot.Of(row, field.Name).Where(slot => slot.IsBlankable && !slot.IsBlank(after)))
                    _faults.Add($"{Changes.Name(slot)} still stands there, and the way to what its time counts from is cut: {group.Says}{Where(group)}.");
    }

    /// <summary>A reference goes with what it leads to; and an anonymised row loses its person.</summary>
    private void References(SeededRow row, Changes changes)
    {
        foreach (var link in facts.Groups(row.Type)
            .Where(group => group is { Then: RetentionEnd.Anonymise, Anchor: not null, Path.Length: 1 } && _before.IsOver(row, group, now))
            .Select(group => group.Path[0].Properties).Where(link => row.LinkIn(before, link) is null))
            Uncountable(row, link, facts, changes);
        foreach (var (key, principal) in row.Links)
        {
            var name = key.Name;
            if (row.LinkIn(before, name) != principal)
                continue;
            var isCut = row.LinkIn(after, name) is null;
            var isGone = !_after.Known.Contains(principal);
            var over = facts.Groups(row.Type).FirstOrDefault(group => group is { Then: RetentionEnd.Anonymise, Anchor: not null }
                && group.Path is [var only] && only.Properties == name && _before.IsOver(row, group, now));
            if (isCut && !key.IsRequired && (isGone || over is not null))
            {
                foreach (var property in key.Properties.Where(property => property.IsNullable))
                    changes.MayChange(row, property);
                if (over is not null)
                    Uncountable(row, name, facts, changes);
            }
            else if (isGone && !isCut)
                _faults.Add($"{row}, {name}, still refers to {principal}, which is gone.");
            else if (over is not null && !isCut && !key.IsRequired && !IsCountedThrough(row, key))
                _faults.Add($"{row}, {name}, still leads to {principal}, and its time is over: {over.Says}, counted from {Said(_before.Anchor(row, over))}{Where(over)}.");
        }
    }

    /// <summary>What cannot be counted any more without a link goes with it, or went before.</summary>
    private static void Uncountable(SeededRow row, string link, ModelFacts facts, Changes changes)
    {
        foreach (var slot in facts.Groups(row.Type)
            .Where(group => group.AnchorPath is [var first, ..] && first.Properties == link && group.Then == RetentionEnd.Erase)
            .SelectMany(group => group.Fields).SelectMany(field => Slot.Of(row, field.Name)).Where(slot => slot.IsBlankable))
            changes.MustGo(slot, "the link from which its time was counted is cut");
    }

    /// <summary>Whether the time of something that still stands there is counted through a link, which then has to wait.</summary>
    private bool IsCountedThrough(SeededRow row, Relation key)
    {
        if (facts.Groups(row.Type).Any(group => facts.PassesThrough(row.Type, group.AnchorPath, row.Type, key)
            && (group is { AtMost: not null, AtLeast: not null } or { Then: RetentionEnd.Review })))
            return true;
        return _after.There.Any(other => other != row && facts.Groups(other.Type).Any(group =>
            facts.PassesThrough(other.Type, group.AnchorPath, row.Type, key)
            && Leads(other, group, row) && !_after.IsOver(other, group, now)
            && group.Fields.SelectMany(field => Slot.Of(other, field.Name)).Any(slot => slot.IsBlankable && !slot.IsBlank(after))));

        bool Leads(SeededRow other, FieldGroupFacts group, SeededRow to) =>
            Enumerable.Range(1, group.AnchorPath.Length).Any(count => other.Follow(after, group.AnchorPath.Take(count)) == to);
    }

    private void Report(SweepReport report)
    {
        if (report.At != now || report.DryRun)
            _faults.Add($"The report is of {report.At:O}{(report.DryRun ? ", a dry run" : "")}; asked was for {now:O}.");
        foreach (var type in _before.There.GroupBy(row => row.Entity))
        {
            var gone = type.Count(row => !_after.Known.Contains(row));
            var erased = report.Entries.Where(entry => entry.Entity == type.Key && entry.Action == PrivacyAction.Erased).Sum(entry => entry.Rows);
            // Rows that no class stands for, which only join two others, go with what they join, and nobody counts them.
            if (gone != erased && !(erased == 0 && type.First().Type.HasSharedClrType))
                _faults.Add($"{gone} rows of {type.Key} are gone, and the report says {erased}.");
            var changed = type.Count(row => _after.Known.Contains(row) && Changed(row));
            var told = report.Entries.Where(entry => entry.Entity == type.Key
                && entry.Action is PrivacyAction.Blanked or PrivacyAction.Anonymised or PrivacyAction.Unlinked).Sum(entry => entry.Rows);
            if (told < changed || (changed == 0 && told > gone))
                _faults.Add($"{changed} rows of {type.Key} are changed, and the report says {told}.");
        }

        // One a rule, rules without a row included: of a rule that is not there nobody could say that it was kept.
        foreach (var entity in facts.Facts.Entities.Where(entity => entity.Groups.Length > 1))
            foreach (var group in entity.Groups.Where(group => group is { Anchor: not null, Then: RetentionEnd.Erase }))
            {
                var fields = Emptied(entity, group);
                if (fields.Count > 0 && !report.Entries.Any(entry => entry.Entity == entity.Type.Name
                    && entry.Action == PrivacyAction.Blanked && entry.Rule.Policy == group.Policy && fields.SetEquals(entry.Rule.Fields)))
                    _faults.Add($"The report does not say what became of {entity.Type.Name} ({string.Join(", ", fields)}): {group.Says}{Where(group)}.");
            }

        foreach (var group in _before.There.SelectMany(row => facts.Groups(row.Type).Select(group => (Row: row, Group: group)))
            .Where(item => item.Group is { Then: RetentionEnd.Review, Anchor: not null, Fields.IsEmpty: false })
            .GroupBy(item => (Entity: item.Row.Entity, item.Group)))
        {
            var due = group.Count(item => _after.Known.Contains(item.Row) && !_before.IsHeld(item.Row) && _before.IsOver(item.Row, item.Group, now)
                && item.Group.Fields.SelectMany(field => Slot.Of(item.Row, field.Name)).Any(slot => !slot.IsBlankable || !slot.IsBlank(after)));
            var said = report.Entries.Where(entry => entry.Action == PrivacyAction.ForReview && entry.Entity == group.Key.Entity
                && entry.Rule.Policy == group.Key.Group.Policy).Sum(entry => entry.Rows);
            if (due != said)
                _faults.Add($"{due} rows of {group.Key.Entity} wait for a person's decision ({group.Key.Group.Says}{Where(group.Key.Group)}), and the report says {said}.");
        }
    }

    private HashSet<string> Emptied(EntityFacts entity, FieldGroupFacts group) =>
        seed.Rows.FirstOrDefault(row => entity.Type.IsAssignableFrom(row.Type.ClrType)) is { } example
            ? [.. group.Fields.Select(field => field.Name).Where(field => Slot.Of(example, field).Any(slot => slot.IsBlankable))]
            : [];

    private bool Changed(SeededRow row) => row.Places.Any(place =>
        before.Find(place.Table, place.Key) is { } was && after.Find(place.Table, place.Key) is { } is_ && !was.IsSame(is_));

    private static string Said(object? anchor) => Dump.Text(anchor) ?? "nothing yet";

    private static string Where(FieldGroupFacts group) => group.Policy.Length == 0 ? "" : $" [{group.Policy}]";
}
