using Microsoft.EntityFrameworkCore.Metadata;
using PolicyAsCode.EntityFrameworkCore.Testing.Dumps;
using PolicyAsCode.EntityFrameworkCore.Testing.Seeding;

namespace PolicyAsCode.EntityFrameworkCore.Testing.Judging;

/// <summary>Where a field of a row lies: the row itself, or an object that it owns, and the property there.</summary>
/// <param name="Holder">The row, or the object that it owns.</param>
/// <param name="Property">The property.</param>
/// <param name="Item">Which of a collection of complex objects; null where there is no such collection.</param>
internal readonly record struct Slot(SeededRow Holder, IProperty Property, int? Item = null)
{
    /// <summary>What the database has of it.</summary>
    public string? Cell(Dump dump) => Item is { } item ? JsonCell.Read(Holder, Property, dump, item) : Holder.Cell(Property, dump);

    /// <summary>Whether it can be emptied: to null, or to the empty text.</summary>
    public bool IsBlankable => Property.IsNullable
        || (Property.ClrType == typeof(string) && !Property.IsKey() && !Property.IsUniqueIndex());

    /// <summary>The places of a field, named as facts name it: <c>Email</c>, <c>Address.Street</c>.</summary>
    public static IReadOnlyList<Slot> Of(SeededRow row, string field)
    {
        var found = Find(row, row.Type, field.Split('.'), 0).ToList();
        // An owned object may be missing; a property of the row itself may not.
        return found.Count > 0 || field.Contains('.') ? found : throw new InvalidOperationException(
            $"{row.Type.ShortName()}.{field} is in the facts of the policy and not in EF Core's model.");
    }

    public bool IsBlank(Dump dump)
    {
        var cell = Cell(dump);
        return cell is null or "" or "[]" || (Property.ClrType == typeof(string) && cell == Empty());
    }

    private static IEnumerable<Slot> Find(SeededRow holder, ITypeBase type, string[] way, int at)
    {
        if (type.FindProperty(way[at]) is { } property)
        {
            if (at == way.Length - 1)
                yield return new(holder, property);
        }
        else if (type.FindComplexProperty(way[at]) is { IsCollection: false } complex)
        {
            var inner = at == way.Length - 1
                ? complex.ComplexType.GetProperties().Select(one => new Slot(holder, one))
                : Find(holder, complex.ComplexType, way, at + 1);
            foreach (var slot in inner)
                yield return slot;
        }
        else if (type.FindComplexProperty(way[at]) is { } several)
        {
            for (var item = 0; item < ValueMaker.Several; item++)
                foreach (var slot in at == way.Length - 1
                    ? several.ComplexType.GetProperties().Select(one => new Slot(holder, one))
                    : Find(holder, several.ComplexType, way, at + 1))
                    yield return slot with { Item = item };
        }
        else
        {
            foreach (var owned in holder.Owned.Where(owned => owned.Owner!.Value.Navigation.Name == way[at]))
                foreach (var slot in at == way.Length - 1
                    ? owned.Type.GetProperties().Where(one => !one.IsKey()).Select(one => new Slot(owned, one))
                    : Find(owned, owned.Type, way, at + 1))
                    yield return slot;
        }
    }

    private string? Empty()
    {
        try
        {
            return Dump.Text(SeededRow.Stored(Property, ""));
        }
        catch (Exception refused) when (refused is ArgumentException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
