using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PolicyAsCode.EntityFrameworkCore.Testing.Seeding;

/// <summary>Values for properties of any type: unique where there is room, and always the same in the same order.</summary>
internal sealed class ValueMaker(Marks marks, DateTimeOffset now)
{
    /// <summary>How many objects a collection gets.</summary>
    public const int Several = 2;

    /// <summary>A value for a property.</summary>
    public object? Make(IProperty property)
    {
        if (property.GetElementType() is not null && Collection(property.ClrType) is { } several)
            return several;
        return Make(
            property.ClrType, property.GetTypeMapping().Converter, property.GetMaxLength(), property.IsFixedLength() ?? false,
            property.IsUniqueIndex() || property.IsKey(), ColumnType(property));
    }

    /// <summary>A moment or a day as the type of a property.</summary>
    public static object Date(IProperty property, object anchor)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return (type, anchor) switch
        {
            _ when type == anchor.GetType() => anchor,
            (_, DateTimeOffset moment) when type == typeof(DateTime) => DateTime.SpecifyKind(
                moment.UtcDateTime, ColumnType(property).Contains("without", StringComparison.Ordinal) ? DateTimeKind.Unspecified : DateTimeKind.Utc),
            (_, DateTimeOffset moment) => moment,
            _ => throw new InvalidOperationException($"{property.DeclaringType.ShortName()}.{property.Name} is an anchor, and {type.Name} no date."),
        };
    }

    private static string ColumnType(IProperty property) =>
        property.DeclaringType is IEntityType entity && entity.IsMappedToJson() ? "" : property.GetColumnType() ?? "";

    private object? Make(
        Type clr, ValueConverter? converter, int? maxLength, bool isFixed, bool isUnique, string columnType)
    {
        var type = Nullable.GetUnderlyingType(clr) ?? clr;
        if (Simple(type, maxLength, isFixed, isUnique, columnType) is { } simple)
            return simple;
        if (converter is not null)
        {
            try
            {
                if (Simple(converter.ProviderClrType, maxLength, isFixed, isUnique, columnType) is { } stored)
                    return converter.ConvertFromProvider(stored);
            }
            catch (Exception refused) when (refused is FormatException or ArgumentException or InvalidOperationException
                or System.Text.Json.JsonException or TargetInvocationException or InvalidCastException)
            {
                // Not any text will do: an object of its own is tried next.
            }
        }

        return Collection(type) ?? Filled(type, 0);
    }

    private object? Simple(Type type, int? maxLength, bool isFixed, bool isUnique, string columnType)
    {
        if (type == typeof(string))
            return Text(maxLength, isFixed);
        if (type == typeof(Guid))
            return NextGuid();
        if (type == typeof(byte[]))
            return Encoding.UTF8.GetBytes(Text(maxLength, isFixed));
        if (type == typeof(bool))
            return false;
        if (type.IsEnum)
        {
            var values = Enum.GetValues(type);
            return values.Length == 0 ? Activator.CreateInstance(type) : values.GetValue(marks.NextSmall() % values.Length);
        }

        if (type == typeof(int))
            return isUnique ? marks.NextNumber() : 1 + marks.NextSmall() % 5;
        if (type == typeof(long))
            return (long)marks.NextNumber();
        if (type == typeof(uint) || type == typeof(ulong) || type == typeof(decimal) || type == typeof(double) || type == typeof(float)
            || type == typeof(short) || type == typeof(ushort) || type == typeof(byte) || type == typeof(sbyte))
            return Convert.ChangeType(1 + marks.NextSmall() % 90, type, CultureInfo.InvariantCulture);
        if (type == typeof(char))
            return (char)('a' + marks.NextSmall() % 26);
        if (type == typeof(DateTimeOffset))
            return now.ToUniversalTime().AddDays(-1).AddSeconds(-marks.NextSmall());
        if (type == typeof(DateTime))
            return DateTime.SpecifyKind(
                now.UtcDateTime.AddDays(-1).AddSeconds(-marks.NextSmall()),
                columnType.Contains("without", StringComparison.Ordinal) ? DateTimeKind.Unspecified : DateTimeKind.Utc);
        if (type == typeof(DateOnly))
            return DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1);
        if (type == typeof(TimeOnly))
            return new TimeOnly(marks.NextSmall() % 24, 30);
        if (type == typeof(TimeSpan))
            return TimeSpan.FromMinutes(marks.NextSmall() % 600);
        if (type == typeof(Uri))
            return new Uri("https://" + marks.Next() + ".example/");
        return type == typeof(System.Net.IPAddress) ? System.Net.IPAddress.Parse($"10.0.{marks.NextSmall() % 250}.1") : null;
    }

    /// <summary>An object with marks in it, for what a value converter stores as a whole, and for complex objects.</summary>
    public object? Filled(Type type, int depth)
    {
        if (depth > 4 || type.IsAbstract || type.IsInterface || type.IsPointer || typeof(Delegate).IsAssignableFrom(type))
            return null;
        if (Collection(type) is { } several)
            return several;
        object filled;
        try
        {
            filled = Instances.New(type);
        }
        catch (MissingMethodException)
        {
            filled = RuntimeHelpers.GetUninitializedObject(type);
        }

        for (var at = type; at is not null && at != typeof(object); at = at.BaseType)
            foreach (var field in at.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                var fieldType = Nullable.GetUnderlyingType(field.FieldType) ?? field.FieldType;
                if ((Simple(fieldType, null, false, false, "") ?? Filled(fieldType, depth + 1)) is { } value)
                    field.SetValue(filled, value);
            }
        return filled;
    }

    private object? Collection(Type type)
    {
        var item = type.IsArray ? type.GetElementType()
            : type.GetInterfaces().Append(type).Where(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEnumerable<>))
                .Select(one => one.GetGenericArguments()[0]).FirstOrDefault();
        if (item is null || type == typeof(string))
            return null;
        var values = Enumerable.Range(0, Several)
            .Select(_ => Simple(Nullable.GetUnderlyingType(item) ?? item, null, false, false, "") ?? Filled(item, 1)).ToList();
        if (type.IsArray || type.IsInterface || !typeof(IList).IsAssignableFrom(type))
        {
            var array = Array.CreateInstance(item, values.Count);
            for (var i = 0; i < values.Count; i++)
                array.SetValue(values[i], i);
            if (type.IsAssignableFrom(array.GetType()))
                return array;
            var made = typeof(List<>).MakeGenericType(item);
            if (type.IsAssignableFrom(made))
                return Activator.CreateInstance(made, array);
            return type.GetConstructor([typeof(IEnumerable<>).MakeGenericType(item)])?.Invoke([array]);
        }

        var list = (IList)Activator.CreateInstance(type)!;
        foreach (var value in values)
            list.Add(value);
        return list;
    }

    private string Text(int? maxLength, bool isFixed)
    {
        if (maxLength is not { } length || length >= Marks.Length)
        {
            var mark = marks.Next();
            return isFixed && maxLength is { } whole ? mark.PadRight(whole, 'x') : mark;
        }

        var small = marks.NextSmall().ToString(CultureInfo.InvariantCulture);
        return small.Length > length ? small[^length..] : isFixed ? small.PadLeft(length, '0') : small;
    }

    private Guid NextGuid()
    {
        var bytes = new byte[16];
        BitConverter.TryWriteBytes(bytes, marks.NextNumber());
        BitConverter.TryWriteBytes(bytes.AsSpan(8), (ulong)marks.NextNumber() * 0x9E3779B97F4A7C15UL);
        bytes[7] = (byte)(bytes[7] & 0x0F | 0x40);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new(bytes);
    }
}
