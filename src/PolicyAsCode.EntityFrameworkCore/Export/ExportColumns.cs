using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>How the values of a row become its object in the copy: an object each for the objects of the row.</summary>
internal sealed class ExportColumns
{
    private readonly ImmutableArray<Column> _columns;

    private ExportColumns(ImmutableArray<Column> columns) => _columns = columns;

    /// <summary>The columns of a copy of one kind.</summary>
    /// <param name="fields">The fields, in the order of the values.</param>
    /// <param name="type">The type that has them; null where the model has none.</param>
    /// <param name="kind">The kind of copy.</param>
    public static ExportColumns Of(ImmutableArray<ExportField> fields, ITypeBase? type, ExportKind kind)
    {
        var columns = ImmutableArray.CreateBuilder<Column>();
        var at = 0;
        foreach (var field in fields)
        {
            if (field.IsWithheld)
                continue;
            var path = field.Name.Split('.');
            if (field.IsIn(kind))
                columns.Add(new(
                    at, path[..^1].Select(Key).ToArray(), JsonEncodedText.Encode(Key(path[^1])), Property(type, path),
                    field.Items is { } items ? Of(items.Fields, Type(type, path), kind) : null, field.Items));
            at++;
        }

        return new([.. Together(columns, 0)]);
    }

    /// <summary>What lies in the same object stands together, where its first field is: no object is written twice.</summary>
    private static IEnumerable<Column> Together(IEnumerable<Column> columns, int depth) => columns
        .GroupBy(column => depth < column.Objects.Count ? (Object: column.Objects[depth], At: -1) : (Object: "", column.At))
        .SelectMany(group => group.Key.At < 0 ? Together(group, depth + 1) : group);

    /// <summary>The name of a field in JSON.</summary>
    public static string Key(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    /// <summary>The way to a field in JSON: <c>home.street</c>, <c>parcels[].note</c>.</summary>
    public static string Path(string name) => string.Join('.', name.Split('.').Select(Key));

    /// <summary>Writes a row.</summary>
    public void Write(Utf8JsonWriter json, object?[] values)
    {
        json.WriteStartObject();
        IReadOnlyList<string> open = [];
        foreach (var column in _columns)
        {
            if (open.Count > 0 || column.Objects.Count > 0)
                open = Move(json, open, column.Objects);
            json.WritePropertyName(column.Name);
            if (column.Inner is null)
                ExportValue.Write(json, values[column.At], column.Property);
            else
            {
                json.WriteStartArray();
                foreach (var item in column.Items!.Read(values[column.At]))
                    column.Inner.Write(json, item);
                json.WriteEndArray();
            }
        }

        Move(json, open, []);
        json.WriteEndObject();
    }

    private static IReadOnlyList<string> Move(Utf8JsonWriter json, IReadOnlyList<string> from, IReadOnlyList<string> to)
    {
        var shared = from.Zip(to).TakeWhile(pair => pair.First == pair.Second).Count();
        for (var i = from.Count; i > shared; i--)
            json.WriteEndObject();
        foreach (var name in to.Skip(shared))
            json.WriteStartObject(name);
        return to;
    }

    private static IProperty? Property(ITypeBase? type, string[] path) => Type(type, path[..^1])?.FindProperty(path[^1]);

    private static ITypeBase? Type(ITypeBase? type, IEnumerable<string> path) => path.Aggregate(
        type, (at, name) => (at as IEntityType)?.FindNavigation(name)?.TargetEntityType ?? (ITypeBase?)at?.FindComplexProperty(name)?.ComplexType);

    private sealed record Column(
        int At, IReadOnlyList<string> Objects, JsonEncodedText Name, IProperty? Property, ExportColumns? Inner, ExportItems? Items);
}
