using System.Text;
using System.Text.Json;
using PolicyAsCode.EntityFrameworkCore.Testing.Dumps;
using PolicyAsCode.EntityFrameworkCore.Testing.Seeding;

namespace PolicyAsCode.EntityFrameworkCore.Testing.Judging;

/// <summary>
/// Judges the copy of one person by what lies in the database: each row that the policy calls theirs is in it, with each of
/// its fields but secrets, and nothing that was put in for anybody else.
/// </summary>
internal sealed class ExportJudge(ModelFacts facts, Seeder seed, Person person, Dump dump)
{
    private readonly Rows _rows = new(facts, seed.Rows, dump);
    private readonly List<string> _faults = [];

    public IReadOnlyList<string> Copy(ExportReceipt receipt, byte[] copy)
    {
        if (person.Role == Roles.Elsewhere)
        {
            if (receipt.Outcome != ExportOutcome.NothingFound || copy.Length > 0)
                _faults.Add($"The {person} is not the context's own, and there is a copy: {receipt.Outcome}, {copy.Length} bytes.");
            return _faults;
        }

        if (receipt.Outcome != ExportOutcome.Written)
            return [$"{person}: the receipt of the copy says {receipt.Outcome}."];
        if (receipt.Bytes != copy.Length)
            _faults.Add($"{person}: the copy has {copy.Length} bytes, and its receipt says {receipt.Bytes}.");
        using var document = JsonDocument.Parse(copy);
        var data = document.RootElement.GetProperty("data").EnumerateArray().ToList();
        if (!document.RootElement.GetProperty("complete").GetBoolean())
            _faults.Add($"The copy of the {person} says that it is not complete.");
        var told = receipt.Entries.Select(entry => (entry.Entity, entry.Rows));
        if (!data.Select(entity => (entity.GetProperty("entity").GetString()!, entity.GetProperty("rows").GetArrayLength())).SequenceEqual(told))
            _faults.Add($"{person}: the receipt of the copy counts {string.Join(", ", told)}, and the copy holds others.");

        var allowed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var rows in _rows.There.GroupBy(row => row.Entity))
        {
            var written = data.Where(entity => entity.GetProperty("entity").GetString() == rows.Key)
                .SelectMany(entity => entity.GetProperty("rows").EnumerateArray()).ToList();
            var own = 0;
            foreach (var row in rows)
            {
                var mine = Mine(row);
                if (!_rows.IsOf(row, person) && row != person.Record)
                    continue;
                own++;
                Allow(row, mine, allowed);
                Row(row, mine, written);
            }

            // Of a row of two people, both of them the person, each side is told by itself.
            own += rows.Sum(row => Math.Max(_rows.Sides(row).Count(side => side.Person == person.Record) - 1, 0));
            if (rows.Any(row => facts.Groups(row.Type).Any(group => !group.Fields.IsEmpty)) && written.Count != own)
                _faults.Add($"{own} rows of {rows.Key} are about the {person}, and {written.Count} are in the copy.");
        }

        foreach (var mark in data.SelectMany(entity => Texts(entity.GetProperty("rows"))).SelectMany(Marks.In).Distinct())
            if (!allowed.Contains(mark))
                _faults.Add($"The copy of the {person} says '{mark}', which is not theirs: {Whose(mark)}.");
        return _faults;
    }

    private List<FieldGroupFacts> Mine(SeededRow row) => _rows.Of(row, person, withShared: true);

    /// <summary>What the copy may say of a row: what is the person's, by which key it is known, and to which of their rows it belongs.</summary>
    private void Allow(SeededRow row, List<FieldGroupFacts> mine, HashSet<string> allowed)
    {
        foreach (var property in row.Type.GetProperties().Where(property => property.IsKey() || facts.IsReference(property)))
            if (!row.Links.Any(link => link.Key.Properties.Contains(property) && facts.Records.ContainsKey(link.Value.Type) && link.Value != person.Record))
                Add(row.Cell(property, dump));
        foreach (var slot in mine.SelectMany(group => group.Fields).Where(field => !field.IsSecret).SelectMany(field => Slot.Of(row, field.Name)))
        {
            Add(slot.Cell(dump));
            Add(Dump.Text(slot.Holder.Values.GetValueOrDefault(slot.Property)));
        }

        void Add(string? cell)
        {
            if (cell is not null)
                allowed.UnionWith(Dump.Readings(cell).SelectMany(Marks.In));
        }
    }

    private void Row(SeededRow row, List<FieldGroupFacts> mine, List<JsonElement> written)
    {
        var key = row.Type.FindPrimaryKey()!.Properties
            .Where(property => !row.Links.Any(link => link.Key.Properties.Contains(property) && facts.Records.ContainsKey(link.Value.Type)))
            .Select(property => (Name: Key(property.Name), Text: Dump.Text(SeededRow.Stored(property, row.Values.GetValueOrDefault(property)))))
            .ToList();
        var found = written.Where(one => key.All(column => one.TryGetProperty(column.Name, out var value)
            && string.Equals(value.ToString(), column.Text, StringComparison.OrdinalIgnoreCase))).ToList();
        if (found.Count == 0)
        {
            _faults.Add($"{row} of the {person} is not in the copy.");
            return;
        }

        // By no key of its own (that of the person is not written) a row is known only where it is the only one.
        if (key.Count == 0 && written.Count != 1)
            return;
        foreach (var name in Understood(row, mine).Where(name => !found.Any(one => At(one, name.Split('.')).Any(place => place.ValueKind != JsonValueKind.Null))))
            _faults.Add($"{row}, {name}, of the {person} is not in the copy, and without it the row is a riddle.");
        foreach (var field in mine.SelectMany(group => group.Fields).DistinctBy(field => field.Name))
        {
            var isOthers = facts.Groups(row.Type).Any(group => !mine.Contains(group) && group.Fields.Any(own => own.Name == field.Name));
            var places = found.SelectMany(one => At(one, field.Name.Split('.'))).ToList();
            foreach (var slot in Slot.Of(row, field.Name))
                if (field.IsSecret)
                {
                    if (places.Count > 0)
                        _faults.Add($"{Changes.Name(slot)} is a secret, and it is in the copy.");
                }
                else if (slot.Cell(dump) is { Length: > 0 } cell && cell != "[]" && !places.Any(place => Says(place, slot, cell)))
                    _faults.Add($"{Changes.Name(slot)} of the {person}{(isOthers ? ", and of others," : "")} is not in the copy.");
        }
    }

    /// <summary>From when a row's times count, and to what of the person's it belongs.</summary>
    private IEnumerable<string> Understood(SeededRow row, List<FieldGroupFacts> mine)
    {
        var dates = from rule in facts.Groups(row.Type)
                    where rule is { Anchor: not null, AnchorPath.IsEmpty: true } && row.EventIn(dump, rule.Anchor) is not null
                    select rule.Anchor;
        var parents = from rule in mine
                      where rule.Path.Length > 1 && row.LinkIn(dump, rule.Path[0].Properties) is { } parent && !facts.Records.ContainsKey(parent.Type)
                      from name in rule.Path[0].Properties.Split(',')
                      select name;
        return dates.Concat(parents).Distinct();
    }

    /// <summary>Whether a place of the copy says what a cell says, as far as one can tell from outside.</summary>
    private static bool Says(JsonElement place, Slot slot, string cell)
    {
        if (place.ValueKind is JsonValueKind.Null)
            return false;
        // What is sealed in its column is plain in the copy.
        var marks = slot.Holder.Values.GetValueOrDefault(slot.Property) switch
        {
            string text => Marks.In(text),
            byte[] bytes => Dump.Readings(Dump.Text(bytes)!).SelectMany(Marks.In),
            _ => Dump.Readings(cell).SelectMany(Marks.In),
        };
        var said = Texts(place).ToList();
        foreach (var mark in marks)
            if (!said.Any(one => one.Contains(mark, StringComparison.OrdinalIgnoreCase)))
                return false;
        return slot.Holder.Values.GetValueOrDefault(slot.Property) switch
        {
            string plain when place.ValueKind == JsonValueKind.String => place.GetString() == plain,
            byte[] bytes when place.ValueKind == JsonValueKind.String && slot.Property.GetElementType() is null =>
                place.TryGetBytesFromBase64(out var written) && written.SequenceEqual(bytes),
            int or long or short or byte when place.ValueKind == JsonValueKind.Number && slot.Property.GetTypeMapping().Converter is null =>
                place.GetRawText() == Dump.Text(slot.Holder.Values[slot.Property]),
            DateOnly day when place.ValueKind == JsonValueKind.String => place.GetString() == Dump.Text(day),
            _ => true,
        };
    }

    private static IEnumerable<JsonElement> At(JsonElement element, ReadOnlyMemory<string> way)
    {
        if (element.ValueKind == JsonValueKind.Array)
            return [.. element.EnumerateArray().SelectMany(item => At(item, way))];
        if (way.Length == 0)
            return [element];
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(Key(way.Span[0]), out var next) ? At(next, way[1..]) : [];
    }

    /// <summary>All values, those of bytes as text too.</summary>
    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Null => [],
        JsonValueKind.String when element.TryGetBytesFromBase64(out var bytes) && bytes.Length >= Marks.Length =>
            [element.GetString()!, Encoding.Latin1.GetString(bytes)],
        _ => [element.ToString()],
    };

    private string Whose(string mark) => (
        from row in _rows.There
        from place in row.Places
        from cell in dump.Find(place.Table, place.Key)!.Cells
        where cell.Value is not null && Dump.Readings(cell.Value).SelectMany(Marks.In).Contains(mark, StringComparer.OrdinalIgnoreCase)
        select $"{row}, {cell.Key}").FirstOrDefault() ?? "of nobody that is known";

    private static string Key(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
