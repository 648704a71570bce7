using Microsoft.EntityFrameworkCore.Metadata;
using PolicyAsCode.EntityFrameworkCore.Testing.Dumps;
using PolicyAsCode.EntityFrameworkCore.Testing.Seeding;

namespace PolicyAsCode.EntityFrameworkCore.Testing.Judging;

/// <summary>What a person may have corrected of their own record, and what a correction may change.</summary>
internal sealed class RectificationJudge(ModelFacts facts, Person person)
{
    private readonly List<FieldFacts> _fields = [.. facts.Groups(person.Record.Type)
        .Where(group => group.Subject == person.Subject && group.Path.IsEmpty).SelectMany(group => group.Fields).DistinctBy(field => field.Name)];

    /// <summary>The texts of the record that have to be correctable, with where they lie.</summary>
    public IEnumerable<(string Field, Slot Slot)> Correctable() =>
        from field in _fields
        where !field.IsSecret && !field.IsConcluded
        let slots = Slot.Of(person.Record, field.Name)
        where slots.Count == 1 && IsFree(slots[0])
        select (field.Name, slots[0]);

    /// <summary>Those that no request may change, although they are personal.</summary>
    public IEnumerable<string> Fixed() => _fields.Where(field => field.IsSecret || field.IsConcluded).Select(field => field.Name);

    /// <summary>What is wrong after a correction: everything but the field itself, and what follows from it, has to be the same.</summary>
    public IEnumerable<string> Faults(Slot slot, string value, Dump before, Dump after)
    {
        var places = slot.Holder.Places.Concat(person.Record.Places).ToHashSet();
        if (slot.Holder.Cell(slot.Property, after) is not { } now || (now != value && slot.Property.GetTypeMapping().Converter is null))
            yield return $"{Changes.Name(slot)} of the {person} was corrected, and is not '{value}'.";
        foreach (var was in before.Rows)
            if (after.Find(was.Table, was.Key) is not { } is_)
                yield return $"A correction of {Changes.Name(slot)} has deleted {was}.";
            else
                foreach (var (column, cell) in was.Cells.Where(cell => is_.Cells[cell.Key] != cell.Value))
                    if (!places.Contains((was.Table, was.Key)) || !IsOf(slot, column))
                        yield return $"A correction of {Changes.Name(slot)} of the {person} has changed {was}, {column}, from {cell ?? "NULL"} to {is_.Cells[column] ?? "NULL"}.";
    }

    private static bool IsOf(Slot slot, string column) =>
        JsonCell.IsJson(slot.Holder, slot.Property)
        || slot.Holder.Column(slot.Property) is { Column: var own } && own == column
        // What an encrypted value is found by.
        || column == SealedQueryExtensions.IndexOf(slot.Property.Name)
        || column.StartsWith("Normalized", StringComparison.Ordinal) || column.EndsWith("Confirmed", StringComparison.Ordinal)
        // A version goes up with each change.
        || slot.Holder.Type.GetProperties().Any(property => property.IsConcurrencyToken && property.GetColumnName() == column);

    private bool IsFree(Slot slot)
    {
        var property = slot.Property;
        return property.ClrType == typeof(string) && !property.IsKey() && !property.IsForeignKey() && !property.IsConcurrencyToken
            && property.GetComputedColumnSql() is null && property.GetAfterSaveBehavior() == PropertySaveBehavior.Save
            && property.GetElementType() is null && property.GetMaxLength() is null or >= Marks.Length
            && property.PropertyInfo?.GetCustomAttributes(typeof(System.ComponentModel.DataAnnotations.ValidationAttribute), inherit: true)
                .Length is null or 0
            && !facts.Anchors.ContainsKey(property) && !IsNormalized(property)
            && (slot.Holder.Owner is not { } owner || (!owner.Navigation.IsCollection && owner.Owner == person.Record));
    }

    private static bool IsNormalized(IProperty property) => property.Name.StartsWith("Normalized", StringComparison.Ordinal)
        && property.DeclaringType.FindProperty(property.Name["Normalized".Length..]) is not null;
}
