using System.ComponentModel;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Keys of subjects as text and back: a strongly typed key through the converter by which the model stores it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SubjectKey
{
    private const char Separator = '/';

    /// <summary>A key as text; of several columns, separated by <c>/</c>, which is escaped in the columns themselves.</summary>
    /// <param name="db">The context.</param>
    /// <param name="root">The entity whose key it is.</param>
    /// <param name="values">Its columns, in order.</param>
    public static string Text(DbContext db, Type root, params ReadOnlySpan<object> values)
    {
        var key = KeyOf(db, root);
        var texts = new string[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var text = Convert.ToString(Stored(key[i], values[i]), CultureInfo.InvariantCulture) ?? "";
            texts[i] = values.Length == 1 ? text : Uri.EscapeDataString(text);
        }

        return string.Join(Separator, texts);
    }

    /// <summary>A column of a key from text.</summary>
    /// <typeparam name="TKey">The column's type.</typeparam>
    /// <param name="db">The context.</param>
    /// <param name="root">The entity whose key it is.</param>
    /// <param name="text">The whole key, as <see cref="Text"/> writes it.</param>
    /// <param name="column">The column's position.</param>
    /// <exception cref="ArgumentException">The text is no such key.</exception>
    public static TKey Read<TKey>(DbContext db, Type root, string text, int column = 0)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = KeyOf(db, root);
        var parts = key.Count == 1 ? [text] : text.Split(Separator);
        if (parts.Length != key.Count)
            throw No(root, key, text);

        var converter = key[column].GetTypeMapping().Converter;
        var stored = Parse(key.Count == 1 ? text : Uri.UnescapeDataString(parts[column]), converter?.ProviderClrType ?? key[column].ClrType)
            ?? throw No(root, key, text);
        return (TKey)(converter is null ? stored : converter.ConvertFromProvider(stored)!);
    }

    /// <summary>The columns of a key from text; null where the text is no such key, and so nobody's.</summary>
    /// <exception cref="NotSupportedException">Keys of that type are not read from text.</exception>
    internal static object[]? Find(DbContext db, Type root, string text)
    {
        var key = KeyOf(db, root);
        var parts = key.Count == 1 ? [text] : text.Split(Separator);
        if (parts.Length != key.Count)
            return null;
        var values = new object[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var converter = key[i].GetTypeMapping().Converter;
            if (Parse(key.Count == 1 ? text : Uri.UnescapeDataString(parts[i]), converter?.ProviderClrType ?? key[i].ClrType) is not { } stored)
                return null;
            values[i] = converter is null ? stored : converter.ConvertFromProvider(stored)!;
        }

        return values;
    }

    /// <summary>What to throw for a kind of person that is not known.</summary>
    public static ArgumentException Unknown(string subject, IEnumerable<string> known) => new(
        $"Nothing is generated for '{subject}'; known are: {string.Join(", ", known.Select(name => $"'{name}'").DefaultIfEmpty("nobody"))}.",
        nameof(subject));

    private static object Stored(IProperty property, object value) =>
        property.GetTypeMapping().Converter?.ConvertToProvider(value) ?? value;

    private static object? Parse(string text, Type type)
    {
        var culture = CultureInfo.InvariantCulture;
        return type switch
        {
            _ when type == typeof(string) => text,
            _ when type == typeof(Guid) => Guid.TryParse(text, culture, out var guid) ? guid : null,
            _ when type == typeof(int) => int.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var number) ? number : null,
            _ when type == typeof(long) => long.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var number) ? number : null,
            _ when type == typeof(short) => short.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var number) ? number : null,
            _ when type == typeof(byte) => byte.TryParse(text, NumberStyles.None, culture, out var number) ? number : null,
            _ when type == typeof(uint) => uint.TryParse(text, NumberStyles.None, culture, out var number) ? number : null,
            _ when type == typeof(ulong) => ulong.TryParse(text, NumberStyles.None, culture, out var number) ? number : null,
            _ => throw new NotSupportedException($"A key of type {type} is not read from text; call the typed method."),
        };
    }

    private static IReadOnlyList<IProperty> KeyOf(DbContext db, Type root) =>
        db.Model.FindEntityType(root)?.FindPrimaryKey()?.Properties
        ?? throw new InvalidOperationException($"{root} has no key in the model of {db.GetType()}.");

    private static ArgumentException No(Type root, IReadOnlyList<IProperty> key, string text) => new(
        $"'{text}' is no key of {root.Name}, which is: {string.Join(Separator, key.Select(property => $"{property.Name} ({property.ClrType.Name})"))}.",
        nameof(text));
}
