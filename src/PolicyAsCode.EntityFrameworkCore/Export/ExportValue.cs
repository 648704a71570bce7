using System.Collections;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Values of fields as JSON.</summary>
internal static class ExportValue
{
    /// <summary>Writes a value: what JSON has no word for as the text that people and programs read everywhere.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="value">The value.</param>
    /// <param name="property">The property in the model, which says how a type of the application's own is stored.</param>
    public static void Write(Utf8JsonWriter json, object? value, IProperty? property)
    {
        if (value is null or DBNull)
            json.WriteNullValue();
        else if (TryPlain(json, value))
            return;
        else if (value is IEnumerable several && AreSimple(several))
        {
            json.WriteStartArray();
            foreach (var item in several)
                Write(json, item, null);
            json.WriteEndArray();
        }
        else if (property?.GetTypeMapping().Converter is { } converter && converter.ConvertToProvider(value) is { } stored
            && stored.GetType() != value.GetType())
            Write(json, stored, null);
        else
            json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
    }

    private static bool TryPlain(Utf8JsonWriter json, object value)
    {
        var culture = CultureInfo.InvariantCulture;
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                return true;
            // What rows hold most comes first: the cases are tried in turn.
            case int number:
                json.WriteNumberValue(number);
                return true;
            case DateTimeOffset moment:
                json.WriteStringValue(moment);
                return true;
            case bool flag:
                json.WriteBooleanValue(flag);
                return true;
            case long number:
                json.WriteNumberValue(number);
                return true;
            case byte or sbyte or short or ushort:
                json.WriteNumberValue(Convert.ToInt32(value, culture));
                return true;
            case uint number:
                json.WriteNumberValue(number);
                return true;
            case ulong number:
                json.WriteNumberValue(number);
                return true;
            case decimal number:
                json.WriteNumberValue(number);
                return true;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                return true;
            case float number when float.IsFinite(number):
                json.WriteNumberValue(number);
                return true;
            case Guid id:
                json.WriteStringValue(id);
                return true;
            case DateTime moment:
                json.WriteStringValue(moment);
                return true;
            case DateOnly day:
                json.WriteStringValue(day.ToString("O", culture));
                return true;
            case TimeOnly hour:
                json.WriteStringValue(hour.ToString("O", culture));
                return true;
            case TimeSpan time:
                json.WriteStringValue(time.ToString("c", culture));
                return true;
            case byte[] bytes:
                json.WriteBase64StringValue(bytes);
                return true;
            case Enum or char:
                json.WriteStringValue(value.ToString());
                return true;
            case JsonDocument document:
                document.WriteTo(json);
                return true;
            case JsonElement { ValueKind: not JsonValueKind.Undefined } element:
                element.WriteTo(json);
                return true;
            default:
                return false;
        }
    }

    private static bool AreSimple(IEnumerable several)
    {
        foreach (var item in several)
            if (item is not (null or string or ValueType) || item is JsonElement)
                return false;
        return true;
    }
}
