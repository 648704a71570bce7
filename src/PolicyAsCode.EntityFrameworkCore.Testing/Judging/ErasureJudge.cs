using System.Globalization;
using PolicyAsCode.EntityFrameworkCore.Testing.Dumps;
using PolicyAsCode.EntityFrameworkCore.Testing.Seeding;

namespace PolicyAsCode.EntityFrameworkCore.Testing.Judging;

/// <summary>
/// Judges the erasure of one person by what was there before and what is there after: row by row and cell by cell, from
/// what the policy says, without a word about how the erasure was planned.
/// </summary>
internal sealed class ErasureJudge(ModelFacts facts, Seeder seed, Person person, DateTimeOffset now, Dump before, Dump after)
{
    private readonly Rows _before = new(facts, seed.Rows, before);
    private readonly Rows _after = new(facts, seed.Rows, after);
    private readonly List<string> _faults = [];
    private readonly HashSet<(string Table, string Key, string Column)> _allowed = [];

    /// <summary>
    /// Whether a legal hold has to stop the erasure: on the person, on a row of theirs, on somebody whose such a row is as
    /// well, or on a row (or on whom it is about) that would lose its reference.
    /// </summary>
    public static bool IsRefused(ModelFacts facts, Seeder seed, Person person, Dump before)
    {
        var rows = new Rows(facts, seed.Rows, before);
        return person.Record.IsOfHeldPerson || rows.There.Any(row => Rows.IsHeldItself(row) && rows.Reaches(row, person.Record))
            || rows.There.Any(row => rows.IsOf(row, person) && rows.IsOfHeldPerson(row))
            || rows.There.Where(row => GoesWith(row, []))
                .Any(row => rows.Referring(row).Any(link => !link.Key.IsRequired && !GoesWith(link.Row, []) && rows.IsHeld(link.Row)));

        // The person's own rows, and parts of them that nothing else is about.
        bool GoesWith(SeededRow row, HashSet<SeededRow> seen) => row == person.Record || (seen.Add(row)
            && (facts.Groups(row.Type).Any(group => !group.Fields.IsEmpty)
                ? rows.IsOf(row, person) && !rows.HasOthers(row, person)
                : row.Links.Any(link => link.Key.IsRequired && rows.Known.Contains(link.Value) && GoesWith(link.Value, seen))));
    }

    public IReadOnlyList<string> Refusal(ErasureReceipt receipt)
    {
        Same(receipt);
        if (receipt.Outcome != ErasureOutcome.RefusedByLegalHold)
            _faults.Add($"{person}: a legal hold lies on a row, and the receipt says {receipt.Outcome}.");
        if (receipt.Entries.IsEmpty || receipt.Entries.Any(entry => entry.Action != PrivacyAction.Kept))
            _faults.Add($"{person}: the receipt of a refused erasure has to say which rows are on hold, and nothing else.");
        return _faults;
    }

    public IReadOnlyList<string> Erasure(ErasureReceipt receipt)
    {
        Same(receipt);
        if (receipt.Outcome != ErasureOutcome.Erased)
            _faults.Add($"{person}: the receipt says {receipt.Outcome}.");

        var changes = new Changes(facts.Model, before, after);
        var kept = new List<(SeededRow Row, FieldGroupFacts Group)>();
        var leftByOthers = new List<SeededRow>();
        foreach (var row in _before.There)
        {
            var mine = Mine(row);
            if (_before.IsOf(row, person) || row == person.Record)
                Own(row, mine, changes, kept, leftByOthers, receipt);
            else
                Foreign(row, changes);
            References(row, mine, changes);
        }

        _faults.AddRange(changes.Faults(Places()));
        Traces();
        Receipt(receipt, kept, leftByOthers);
        return _faults;
    }

    private List<FieldGroupFacts> Mine(SeededRow row) => _before.Of(row, person);

    /// <summary>A row with data of the person.</summary>
    private void Own(
        SeededRow row, List<FieldGroupFacts> mine, Changes changes, List<(SeededRow, FieldGroupFacts)> kept,
        List<SeededRow> leftByOthers, ErasureReceipt receipt)
    {
        var keeping = mine.Where(group => _before.IsKept(row, group, now)).ToList();
        var hasOthers = _before.HasOthers(row, person);
        var isShared = hasOthers || facts.Groups(row.Type).Any(group => !group.Fields.IsEmpty && !mine.Contains(group));
        if (!_after.Known.Contains(row))
        {
            changes.MayGo(row);
            if (keeping.Count > 0)
                _faults.Add($"{row} of the {person} is gone, and the law keeps it: {keeping[0].Says} [{keeping[0].Policy}].");
            if (isShared)
                _faults.Add($"{row} of the {person} is gone, and it holds data of somebody else.");
            return;
        }

        if (keeping.Count == 0)
        {
            // What stays of a row of two is the other's, and no leftover of this one.
            if (!hasOthers)
                leftByOthers.Add(row);
            if (!isShared && !_after.Referring(row).Any())
                _faults.Add($"{row} of the {person} is left, and nothing keeps it.");
        }

        kept.AddRange(keeping.Select(group => (row, group)));
        foreach (var field in mine.SelectMany(group => group.Fields).DistinctBy(field => field.Name))
        {
            var keeper = keeping.FirstOrDefault(group => group.Fields.Any(own => own.Name == field.Name && own.StaysInKeptRows));
            var other = hasOthers ? null : facts.Groups(row.Type).FirstOrDefault(group => !mine.Contains(group) && group.Fields.Any(own => own.Name == field.Name));
            foreach (var slot in Slot.Of(row, field.Name))
            {
                if (keeper is not null)
                {
                    changes.MustStay(slot, $"the law keeps it: {keeper.Says} [{keeper.Policy}]");
                    Allow(slot);
                }
                else if (other is not null)
                    Allow(slot);
                else if (slot.IsBlankable)
                    changes.MustGo(slot, $"the {person} is erased and no law keeps it ({Says(mine, field)})");
                else
                {
                    Allow(slot);
                    if (!receipt.Kept.Any(entry => entry.Entity == row.Entity && entry.Rule.Fields.Contains(field.Name)))
                        _faults.Add($"{Changes.Name(slot)} cannot be emptied, and the receipt does not say that it stays.");
                }
            }
        }
    }

    /// <summary>A row of others, or of nobody: it stays, unless it is a part of what goes.</summary>
    private void Foreign(SeededRow row, Changes changes)
    {
        if (_after.Known.Contains(row))
            return;
        changes.MayGo(row);
        var isPart = row.Links.Any(link => link.Key.IsRequired
            && _before.Known.Contains(link.Value) && !_after.Known.Contains(link.Value));
        if (facts.Groups(row.Type).Any(group => !group.Fields.IsEmpty))
            _faults.Add($"{row} is gone, and it is not about the {person}.");
        else if (!isPart)
            _faults.Add($"{row} is gone, and what it is a part of is still there.");
    }

    /// <summary>A reference goes with what it leads to; and so does a kept row's link to the person, where it can.</summary>
    private void References(SeededRow row, List<FieldGroupFacts> mine, Changes changes)
    {
        if (!_after.Known.Contains(row))
            return;
        foreach (var (key, principal) in row.Links)
        {
            var name = key.Name;
            if (row.LinkIn(before, name) != principal)
                continue;
            var isCut = row.LinkIn(after, name) is null;
            var isGone = !_after.Known.Contains(principal);
            var isLink = principal == person.Record && (mine.Any(group => group.Path is [var only] && only.Properties == name)
                || facts.SidesOf(row.Type).Any(side => side.Reference.Properties == name));
            if (isCut && !key.IsRequired && (isGone || isLink || (principal == person.Record && mine.Count == 0 && IsCarrier(row))))
            {
                if (!mine.Any() && _before.IsHeld(row))
                    _faults.Add($"{row} is on legal hold, and has lost its reference {name} to {principal}.");
                foreach (var property in key.Properties.Where(property => property.IsNullable))
                    changes.MayChange(row, property);
            }
            else if (isGone && !isCut)
                _faults.Add($"{row}, {name}, still refers to {principal}, which is gone.");
            else if (isLink && !isCut && !key.IsRequired
                && !facts.CountsThrough(row.Type, key, group => group is { AtLeast: not null, Fields.IsEmpty: false }))
                _faults.Add($"{row}, {name}, still leads to the {person}.");
        }
    }

    /// <summary>A row without data of its own that hangs on the person for the sake of others.</summary>
    private bool IsCarrier(SeededRow row) => _before.Referring(row).Any(link => Mine(link.Row).Count > 0);

    /// <summary>No text that identifies the person is left anywhere: in no table, known to the model or not.</summary>
    private void Traces()
    {
        var marks = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in _before.There)
            foreach (var group in Mine(row))
                foreach (var slot in group.Fields.SelectMany(field => Slot.Of(row, field.Name)))
                    if (slot.Cell(before) is { } cell)
                        foreach (var mark in Dump.Readings(cell).SelectMany(Marks.In))
                            marks[mark] = Changes.Name(slot);
        foreach (var property in person.Record.Type.FindPrimaryKey()!.Properties)
            if (!property.IsForeignKey() && Dump.Text(person.Record.Values[property]) is { Length: >= 8 } key)
                marks[key] = $"{person.Record}, its key,";

        var links = (
            from row in _after.There
            from link in row.Links
            where link.Value == person.Record
            from property in link.Key.Properties
            let column = row.Column(property)
            where column is not null
            select column.Value).ToHashSet();
        foreach (var (table, key) in person.Record.Places)
            if (after.Find(table, key) is { } left)
                foreach (var column in left.Cells.Keys.Where(column => person.Record.Type.FindPrimaryKey()!.Properties
                    .Any(property => person.Record.Column(property)?.Column == column || property.GetColumnName() == column)))
                    _allowed.Add((table, key, column));
        var keys = marks.Keys.Where(mark => !Marks.In(mark).Any()).ToList();
        foreach (var row in after.Rows)
            foreach (var (column, cell) in row.Cells)
            {
                if (cell is null || _allowed.Contains((row.Table, row.Key, column)) || links.Contains((row.Table, row.Key, column)))
                    continue;
                foreach (var reading in Dump.Readings(cell))
                {
                    foreach (var mark in Marks.In(reading))
                        if (marks.TryGetValue(mark, out var whose))
                            _faults.Add($"{row}: {row.Table}.{column} says '{mark}', which is from {whose} of the {person}.");
                    foreach (var key in keys)
                        if (reading.Contains(key, StringComparison.OrdinalIgnoreCase))
                            _faults.Add($"{row}: {row.Table}.{column} names the {person} by {key}.");
                }
            }
    }

    private void Receipt(
        ErasureReceipt receipt, List<(SeededRow Row, FieldGroupFacts Group)> kept, List<SeededRow> leftByOthers)
    {
        foreach (var type in _before.There.GroupBy(row => row.Entity))
        {
            var gone = type.Count(row => !_after.Known.Contains(row));
            var said = receipt.Entries.Where(entry => entry.Entity == type.Key && entry.Action == PrivacyAction.Erased).Sum(entry => entry.Rows);
            if (gone != said)
                _faults.Add($"{gone} rows of {type.Key} are gone, and the receipt says {said}.");
            var emptied = type.Count(row => _after.Known.Contains(row) && Emptied(row));
            var told = receipt.Entries.Where(entry => entry.Entity == type.Key
                && entry.Action is PrivacyAction.Anonymised or PrivacyAction.Blanked or PrivacyAction.Unlinked).Sum(entry => entry.Rows);
            if (told < emptied)
                _faults.Add($"{emptied} rows of {type.Key} are changed, and the receipt tells of {told}.");
        }

        // What was empty before was not emptied, and is no proof of anything.
        foreach (var entry in receipt.Entries.Where(entry => entry.Action == PrivacyAction.Blanked))
        {
            var emptied = _before.There.Count(row => row.Entity == entry.Entity && _after.Known.Contains(row) && entry.Rule.Fields
                .SelectMany(field => Slot.Of(row, field)).Any(slot => slot.Cell(before) != slot.Cell(after)));
            if (entry.Rows > emptied)
                _faults.Add($"{string.Join(", ", entry.Rule.Fields)} of {emptied} rows of {entry.Entity} are changed, and the receipt says {entry.Rows}.");
        }

        foreach (var group in kept.GroupBy(item => (Entity: item.Row.Entity, item.Group), s_byField))
        {
            // A type of a hierarchy can have the same rule of its own and of what it derives from.
            var rows = group.Select(item => item.Row).Distinct().Count();
            var days = group.Select(item => LastDay(item.Row, item.Group)).ToList();
            var until = days.Contains(null) ? null : days.Max();
            var entry = receipt.Kept.FirstOrDefault(entry => entry.Entity == group.Key.Entity && entry.Rule.Policy == group.Key.Group.Policy
                && entry.Rule.Fields.SequenceEqual(group.Key.Group.Fields.Where(field => field.StaysInKeptRows).Select(field => field.Name)));
            if (entry is null)
                _faults.Add($"{rows} rows of {group.Key.Entity} are kept ({group.Key.Group.Says} [{group.Key.Group.Policy}]), and the receipt does not say so.");
            else if (entry.Rows != rows || entry.KeptUntil != until)
                _faults.Add(string.Create(CultureInfo.InvariantCulture,
                    $"{rows} rows of {group.Key.Entity} are kept until {until:O} ({group.Key.Group.Says}), and the receipt says {entry.Rows} until {entry.KeptUntil:O}."));
        }

        // Of an entity of which nothing stays the receipt may not say so either.
        foreach (var type in _before.There.Where(row => facts.SidesOf(row.Type).Count == 0).GroupBy(row => row.Entity))
        {
            var left = leftByOthers.Count(row => row.Entity == type.Key);
            var said = receipt.Kept.Where(entry => entry.Entity == type.Key && entry.Rule is { Policy: "", Fields.IsEmpty: true }).Sum(entry => entry.Rows);
            if (said != left)
                _faults.Add($"{left} rows of {type.Key} stay for the sake of others, and the receipt says {said}.");
        }
    }

    /// <summary>Groups are the same where they say the same of the same fields, each side of a row by itself.</summary>
    private static readonly IEqualityComparer<(string Entity, FieldGroupFacts Group)> s_byField =
        EqualityComparer<(string Entity, FieldGroupFacts Group)>.Create(
            (one, other) => one.Entity == other.Entity && one.Group.Policy == other.Group.Policy && one.Group.Says == other.Group.Says
                && one.Group.Fields.SequenceEqual(other.Group.Fields),
            item => HashCode.Combine(item.Entity, item.Group.Policy));

    private bool Emptied(SeededRow row) => row.Places.Any(place =>
        before.Find(place.Table, place.Key) is { } was && after.Find(place.Table, place.Key) is { } now && !was.IsSame(now));

    private DateOnly? LastDay(SeededRow row, FieldGroupFacts group) =>
        _before.Anchor(row, group) is { } anchor && facts.Expiry.Of(anchor, group.AtLeast!.Value, isMinimum: true) is { } end
            ? facts.Expiry.Day(end.AddMicroseconds(-1))
            : null;

    private void Same(ErasureReceipt receipt)
    {
        if ((receipt.Subject != person.Subject && !receipt.Subject.StartsWith(person.Subject + "/", StringComparison.Ordinal)) || receipt.At != now || receipt.DryRun)
            _faults.Add($"The receipt is of a {receipt.Subject} at {receipt.At:O}{(receipt.DryRun ? ", a dry run" : "")}; asked was for a {person.Subject} at {now:O}.");
    }

    private void Allow(Slot slot)
    {
        if (slot.Holder.Column(slot.Property) is { } place)
            _allowed.Add(place);
        else
            foreach (var (table, key) in slot.Holder.Places)
                if (slot.Property.DeclaringType.ContainingEntityType.GetContainerColumnName() is { } container)
                    _allowed.Add((table, key, container));
    }

    private Dictionary<(string, string), SeededRow> Places() => _before.There
        .SelectMany(row => row.Places.Select(place => (place, row)))
        .GroupBy(item => item.place).ToDictionary(same => same.Key, same => same.First().row);

    private static string Says(List<FieldGroupFacts> groups, FieldFacts field) =>
        groups.First(group => group.Fields.Any(own => own.Name == field.Name)) is var group && group.Policy.Length > 0
            ? $"{group.Says} [{group.Policy}]" : group.Says;
}
