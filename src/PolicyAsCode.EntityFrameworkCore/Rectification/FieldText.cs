using System.Globalization;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Reads the value of a field from text, as people and programs write it everywhere. Days and moments are those of ISO 8601:
/// 03/04/2026 is one day here and another there, and is read as neither.
/// </summary>
internal static class FieldText
{
    private static readonly string[] s_moments =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Reads it; false where the text is no such value.</summary>
    public static bool TryRead(IProperty property, string text, out object? value)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (text.Length == 0)
        {
            value = null;
            return property.IsNullable;
        }

        if (Parse(type, text, out value))
        {
            value = AsStored(property, value);
            return value is not null;
        }

        // A type of the application's own, by the way in which the model stores it.
        if (property.GetTypeMapping().Converter is not { } converter
            || !Parse(Nullable.GetUnderlyingType(converter.ProviderClrType) ?? converter.ProviderClrType, text, out var stored) || stored is null)
            return false;
        try
        {
            value = converter.ConvertFromProvider(AsStored(property, stored));
            return value is not null;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            return false;
        }
    }

    /// <summary>What a text of that type looks like.</summary>
    public static string Form(IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return type switch
        {
            _ when type.IsEnum => "one of: " + string.Join(", ", Enum.GetNames(type)),
            _ when type == typeof(DateOnly) => "a day such as 2026-12-31",
            _ when type == typeof(DateTime) || type == typeof(DateTimeOffset) => "a moment such as 2026-12-31T12:00:00Z",
            _ when type == typeof(bool) => "true or false",
            _ when type == typeof(byte[]) => "base64",
            _ => type.Name,
        };
    }

    /// <summary>PostgreSQL takes moments at UTC where it keeps them with a zone, and nowhere else.</summary>
    private static object? AsStored(IProperty property, object? value) =>
        value is DateTime time && property.GetTypeMapping() is RelationalTypeMapping { StoreType: var store }
        && store.StartsWith("timestamp", StringComparison.OrdinalIgnoreCase)
        && !store.Contains("with time zone", StringComparison.OrdinalIgnoreCase)
        && !store.StartsWith("timestamptz", StringComparison.OrdinalIgnoreCase)
            ? DateTime.SpecifyKind(time, DateTimeKind.Unspecified)
            : value;

    /// <summary>False for a type that is not read from text at all; null for a text that is no such value.</summary>
    private static bool Parse(Type type, string text, out object? value)
    {
        var culture = CultureInfo.InvariantCulture;
        switch (type)
        {
            case not null when type == typeof(string):
                value = text;
                return true;
            case not null when type == typeof(bool):
                value = bool.TryParse(text, out var flag) ? flag : null;
                return true;
            case not null when type.IsEnum:
                value = Enum.TryParse(type, text, ignoreCase: true, out var member) && Enum.IsDefined(type, member) && !char.IsAsciiDigit(text[0])
                    ? member
                    : null;
                return true;
            case not null when type == typeof(DateOnly):
                value = DateOnly.TryParseExact(text, "yyyy-MM-dd", culture, DateTimeStyles.None, out var day) ? day : null;
                return true;
            case not null when type == typeof(TimeOnly):
                value = TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"], culture, DateTimeStyles.None, out var hour) ? hour : null;
                return true;
            case not null when type == typeof(DateTimeOffset):
                // PostgreSQL takes moments at UTC only; it is the same moment.
                value = DateTimeOffset.TryParseExact(text, s_moments, culture, DateTimeStyles.AssumeUniversal, out var moment) ? moment.ToUniversalTime() : null;
                return true;
            case not null when type == typeof(DateTime):
                value = DateTime.TryParseExact(text, s_moments, culture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
                return true;
            case not null when type == typeof(Guid):
                value = Guid.TryParse(text, culture, out var guid) ? guid : null;
                return true;
            case not null when type == typeof(decimal):
                value = decimal.TryParse(text, NumberStyles.Number & ~NumberStyles.AllowThousands, culture, out var exact) ? exact : null;
                return true;
            case not null when type == typeof(double):
                value = double.TryParse(text, NumberStyles.Float, culture, out var real) && double.IsFinite(real) ? real : null;
                return true;
            case not null when type == typeof(float):
                value = float.TryParse(text, NumberStyles.Float, culture, out var single) && float.IsFinite(single) ? single : null;
                return true;
            case not null when type == typeof(int):
                value = int.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var number) ? number : null;
                return true;
            case not null when type == typeof(long):
                value = long.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var large) ? large : null;
                return true;
            case not null when type == typeof(short):
                value = short.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var small) ? small : null;
                return true;
            case not null when type == typeof(byte):
                value = byte.TryParse(text, NumberStyles.None, culture, out var least) ? least : null;
                return true;
            case not null when type == typeof(byte[]):
                var bytes = new byte[text.Length];
                value = Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
                return true;
            default:
                value = null;
                return false;
        }
    }
}
