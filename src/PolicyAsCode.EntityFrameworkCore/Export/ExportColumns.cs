using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Data.Common;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>How the values of a row become its object in the copy: an object each for the objects of the row.</summary>
internal sealed class ExportColumns
{
    private static readonly ConditionalWeakTable<IModel, ConcurrentDictionary<(MethodInfo Query, ExportKind Kind), ExportColumns>> s_byModel = [];

    private readonly ImmutableArray<Column> _columns;
    private IReadOnlyList<string> _names = [];

    private ExportColumns(ImmutableArray<Column> columns) => _columns = columns;

    /// <summary>
    /// Whether each value is a column of its own, and is written as the database gives it; null before the first time,
    /// when <see cref="AreColumnsOf"/> tells.
    /// </summary>
    public bool? IsDirect { get; private set; } = false;

    /// <summary>The columns of a query for a copy of one kind.</summary>
    public static ExportColumns Of(IModel model, ExportQuery query, ExportKind kind)
    {
        var known = s_byModel.GetValue(model, static _ => new());
        return known.TryGetValue((query.Rows.Method, kind), out var columns) ? columns : known.GetOrAdd((query.Rows.Method, kind), New());

        ExportColumns New()
        {
            var type = model.FindEntityType(query.Type);
            var columns = Of(query.Entity.Fields, type, kind);
            var names = query.Entity.Fields.Where(field => !field.IsWithheld).Select(field => Name(type, field)).ToList();
            if (names.TrueForAll(name => name is not null) && columns._columns.All(column => column.Read is not null))
                (columns._names, columns.IsDirect) = (names!, null);
            return columns;
        }

        static string? Name(ITypeBase? type, ExportField field) =>
            field.Items is null && Property(type, field.Name.Split('.')) is { } property ? property.GetColumnName() : null;
    }

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
                    field.Items is { } items ? Of(items.Fields, Type(type, path), kind) : null, field.Items)
                {
                    // In an object that may not be there a field is null even where its column cannot be.
                    IsNullable = path.Length > 1 || Property(type, path)?.IsNullable != false,
                    Read = field.Items is null && Property(type, path) is { } property ? ExportColumnReader.Of(property, at) : null,
                });
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

        if (open.Count > 0)
            Move(json, open, []);
        json.WriteEndObject();
    }

    /// <summary>Whether the columns of a result are those of the fields, one by one.</summary>
    public bool AreColumnsOf(DbDataReader rows)
    {
        if (IsDirect is not { } known)
            IsDirect = known = _names.Select((name, at) => at < rows.FieldCount && rows.GetName(at) == name).All(isSame => isSame)
                && rows.FieldCount == _names.Count;
        return known;
    }

    /// <summary>Writes a row as the database gives it.</summary>
    public void Write(Utf8JsonWriter json, DbDataReader row)
    {
        json.WriteStartObject();
        IReadOnlyList<string> open = [];
        foreach (var column in _columns)
        {
            if (open.Count > 0 || column.Objects.Count > 0)
                open = Move(json, open, column.Objects);
            json.WritePropertyName(column.Name);
            if (column.IsNullable && row.IsDBNull(column.At))
                json.WriteNullValue();
            else
                column.Read!(json, row);
        }

        if (open.Count > 0)
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
        int At, IReadOnlyList<string> Objects, JsonEncodedText Name, IProperty? Property, ExportColumns? Inner, ExportItems? Items)
    {
        /// <summary>Whether a row may hold nothing there.</summary>
        public bool IsNullable { get; init; }

        /// <summary>Reads the value from a row, where it is a column of its own, and writes it.</summary>
        public Action<Utf8JsonWriter, DbDataReader>? Read { get; init; }
    }
}
