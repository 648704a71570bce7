using Microsoft.EntityFrameworkCore.Metadata;
using PolicyAsCode.EntityFrameworkCore.Testing.Dumps;
using PolicyAsCode.EntityFrameworkCore.Testing.Seeding;

namespace PolicyAsCode.EntityFrameworkCore.Testing.Judging;

/// <summary>
/// What an operation may have changed, and what it must: everything else has to be the same, byte for byte, in every table.
/// </summary>
internal sealed class Changes(IModel model, Dump before, Dump after)
{
    private readonly Dictionary<(string Table, string Key, string Column), (Slot Slot, string? MustGo, string? MayNotGo)> _slots = [];
    private readonly HashSet<(string Table, string Key)> _mayGo = [];
    private readonly HashSet<(string Table, string Key, string Column)> _free = [];
    private readonly List<(Slot Slot, string Why)> _inJson = [];

    /// <summary>A row that may be gone, or has been judged by another.</summary>
    public void MayGo(SeededRow row)
    {
        foreach (var place in row.Places)
            _mayGo.Add(place);
        foreach (var owned in row.Owned)
            MayGo(owned);
    }

    /// <summary>A field that must be empty.</summary>
    public void MustGo(Slot slot, string why)
    {
        if (JsonCell.IsJson(slot.Holder, slot.Property))
            _inJson.Add((slot, why));
        else if (slot.Holder.Column(slot.Property) is { } place)
            _slots[place] = (slot, why, null);
    }

    /// <summary>A cell that is judged elsewhere.</summary>
    public void MayChange(SeededRow row, IProperty property)
    {
        if (row.Column(property) is { } place)
            _free.Add(place);
    }

    /// <summary>Why a cell has to stay, for the sentence.</summary>
    public void MustStay(Slot slot, string why)
    {
        if (slot.Holder.Column(slot.Property) is { } place && !_slots.ContainsKey(place))
            _slots[place] = (slot, null, why);
    }

    /// <summary>Everything that is not as it has to be.</summary>
    public IEnumerable<string> Faults(IReadOnlyDictionary<(string Table, string Key), SeededRow> rows)
    {
        var own = model.GetEntityTypes().Where(type => type.ClrType.Assembly == typeof(PrivacyFacts).Assembly)
            .SelectMany(type => type.GetTableMappings()).Select(mapping => Dump.NameOf(mapping.Table)).ToHashSet(StringComparer.Ordinal);
        var computed = Computed();
        var json = _inJson.SelectMany(item => item.Slot.Holder.Places).ToHashSet();
        foreach (var (slot, why) in _inJson)
            if (!slot.IsBlank(after))
                yield return $"{Name(slot)} still stands there; {why}.";
        foreach (var was in before.Rows.Where(row => !own.Contains(row.Table)))
        {
            var place = (was.Table, was.Key);
            var name = rows.TryGetValue(place, out var row) ? row.ToString() : was.ToString();
            if (after.Find(was.Table, was.Key) is not { } now)
            {
                if (!_mayGo.Contains(place))
                    yield return $"{name} is gone from {was.Table}, and nothing demands it.";
                continue;
            }

            foreach (var (column, value) in was.Cells)
            {
                var cell = (was.Table, was.Key, column);
                var found = now.Cells.GetValueOrDefault(column);
                if (_free.Contains(cell) || computed.Contains((was.Table, column)))
                    continue;
                if (_slots.TryGetValue(cell, out var said) && said.MustGo is { } must)
                {
                    if (!said.Slot.IsBlank(after))
                        yield return $"{Name(said.Slot)} still stands there ({found}); {must}.";
                }
                else if (found != value && !json.Contains(place))
                    yield return $"{name}: {was.Table}.{column} was {value ?? "NULL"} and is {found ?? "NULL"}; "
                        + (said.MayNotGo is { } stays ? $"{stays}." : "nothing demands it.");
            }
        }

        foreach (var now in after.Rows.Where(row => !own.Contains(row.Table) && before.Find(row.Table, row.Key) is null))
            yield return $"{now} is new.";
    }

    // What the database computes, a blind index for one, follows from cells of the same row, and those are compared.
    private HashSet<(string Table, string Column)> Computed() =>
    [
        .. model.GetEntityTypes().SelectMany(type => type.GetProperties()).Where(property => property.GetComputedColumnSql() is not null)
            .SelectMany(property => property.GetTableColumnMappings())
            .Select(mapping => (Dump.NameOf(mapping.Column.Table), mapping.Column.Name)),
    ];

    public static string Name(Slot slot) => $"{slot.Holder}, {slot.Property.Name},";
}
