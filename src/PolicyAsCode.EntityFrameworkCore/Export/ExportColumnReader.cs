using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Reads a property from a row as EF Core does, by its type mapping and its converter, and writes it, without a box on the
/// way for what rows hold most.
/// </summary>
internal static class ExportColumnReader
{
    private static readonly Dictionary<Type, MethodInfo> s_plain = new[]
    {
        (typeof(int), nameof(Utf8JsonWriter.WriteNumberValue)), (typeof(long), nameof(Utf8JsonWriter.WriteNumberValue)),
        (typeof(decimal), nameof(Utf8JsonWriter.WriteNumberValue)), (typeof(bool), nameof(Utf8JsonWriter.WriteBooleanValue)),
        (typeof(string), nameof(Utf8JsonWriter.WriteStringValue)), (typeof(Guid), nameof(Utf8JsonWriter.WriteStringValue)),
        (typeof(DateTime), nameof(Utf8JsonWriter.WriteStringValue)), (typeof(DateTimeOffset), nameof(Utf8JsonWriter.WriteStringValue)),
    }.ToDictionary(one => one.Item1, one => typeof(Utf8JsonWriter).GetMethod(one.Item2, [one.Item1])!);

    private static readonly MethodInfo s_any =
        typeof(ExportValue).GetMethod(nameof(ExportValue.Write), [typeof(Utf8JsonWriter), typeof(object), typeof(IProperty)])!;

    /// <summary>What reads the value of a column that is not null; null where only EF Core reads the property.</summary>
    /// <param name="property">The property.</param>
    /// <param name="at">The column.</param>
    public static Func<DbDataReader, TValue>? Reader<TValue>(IProperty property, int at)
        where TValue : struct
    {
        if (Mapping(property) is not { } mapping)
            return null;
        var row = Expression.Parameter(typeof(DbDataReader), "row");
        return Expression.Lambda<Func<DbDataReader, TValue>>(Expression.Convert(Value(mapping, row, at), typeof(TValue)), row).Compile();
    }

    /// <summary>What writes the value of a column that is not null; null where only EF Core reads the property.</summary>
    /// <param name="property">The property.</param>
    /// <param name="at">The column.</param>
    public static Action<Utf8JsonWriter, DbDataReader>? Of(IProperty property, int at)
    {
        if (Mapping(property) is not { } mapping)
            return null;
        var json = Expression.Parameter(typeof(Utf8JsonWriter), "json");
        var row = Expression.Parameter(typeof(DbDataReader), "row");
        var value = Value(mapping, row, at);
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (value.Type != type)
            value = Expression.Convert(value, type);
        var write = s_plain.TryGetValue(type, out var plain)
            ? Expression.Call(json, plain, value)
            : Expression.Call(s_any, json, Expression.Convert(value, typeof(object)), Expression.Constant(property, typeof(IProperty)));
        return Expression.Lambda<Action<Utf8JsonWriter, DbDataReader>>(write, json, row).Compile();
    }

    // What lies in JSON is no column; a converter that makes something of null is asked by EF Core.
    private static RelationalTypeMapping? Mapping(IProperty property) =>
        property.DeclaringType.IsMappedToJson() || property.FindRelationalTypeMapping() is not { ElementTypeMapping: null } mapping
        || ConvertsNull(mapping) ? null : mapping;

#pragma warning disable EF1001 // It has no public name yet, and EF Core goes by it whoever says it.
    private static bool ConvertsNull(RelationalTypeMapping mapping) => mapping.Converter?.ConvertsNulls == true;
#pragma warning restore EF1001

    private static Expression Value(RelationalTypeMapping mapping, ParameterExpression row, int at)
    {
        var read = mapping.GetDataReaderMethod();
        Expression value = Expression.Call(
            read.DeclaringType == typeof(DbDataReader) ? row : Expression.Convert(row, read.DeclaringType!), read, Expression.Constant(at));
        value = mapping.CustomizeDataReaderExpression(value);
        if (mapping.Converter is not { } converter)
            return value;
        if (value.Type != converter.ProviderClrType)
            value = Expression.Convert(value, converter.ProviderClrType);
        return Expression.Invoke(converter.ConvertFromProviderExpression, value);
    }
}
