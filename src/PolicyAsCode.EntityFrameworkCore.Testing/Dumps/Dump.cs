using System.Data;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace PolicyAsCode.EntityFrameworkCore.Testing.Dumps;

/// <summary>
/// Every value of every row of a database at one moment, read by plain SQL past query filters, converters and the change
/// tracker. The names of the tables come from the model, and from the database itself where it can be asked.
/// </summary>
internal sealed class Dump
{
    private readonly Dictionary<string, Dictionary<string, DumpedRow>> _tables = new(StringComparer.Ordinal);

    private Dump()
    {
    }

    public IEnumerable<DumpedRow> Rows => _tables.Values.SelectMany(table => table.Values);

    public IEnumerable<string> Tables => _tables.Keys;

    /// <summary>How dumps call a table.</summary>
    public static string NameOf(ITableBase table) => table.Schema is { } schema ? $"{schema}.{table.Name}" : table.Name;

    public static async Task<Dump> TakeAsync(DbContext db, CancellationToken cancel = default)
    {
        var dump = new Dump();
        var sql = db.GetService<ISqlGenerationHelper>();
        var keys = db.Model.GetRelationalModel().Tables.ToDictionary(
            NameOf, table => table.PrimaryKey?.Columns.Select(column => column.Name).ToArray() ?? [], StringComparer.Ordinal);
        var names = db.Model.GetRelationalModel().Tables.ToDictionary(
            NameOf, table => sql.DelimitIdentifier(table.Name, table.Schema), StringComparer.Ordinal);
        await db.Database.OpenConnectionAsync(cancel).ConfigureAwait(false);
        try
        {
            foreach (var (schema, table) in await UnknownAsync(db, cancel).ConfigureAwait(false))
                if (!names.ContainsKey(table) && !names.ContainsKey($"{schema}.{table}"))
                    names.Add($"{schema}.{table}", sql.DelimitIdentifier(table, schema.Length == 0 ? null : schema));
            foreach (var (name, quoted) in names)
                dump._tables.Add(name, await TableAsync(db, name, quoted, keys.GetValueOrDefault(name, []), cancel).ConfigureAwait(false));
        }
        finally
        {
            await db.Database.CloseConnectionAsync().ConfigureAwait(false);
        }

        return dump;
    }

    public DumpedRow? Find(string table, string key) =>
        _tables.TryGetValue(table, out var rows) ? rows.GetValueOrDefault(key) : null;

    /// <summary>A value as dumps write it.</summary>
    public static string? Text(object? value) => value switch
    {
        null or DBNull => null,
        byte[] bytes => Convert.ToHexString(bytes),
        Guid id => id.ToString().ToUpperInvariant(),
        bool flag => flag ? "1" : "0",
        DateTime moment => moment.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        string text => text,
        Array several => "[" + string.Join(",", several.Cast<object?>().Select(Text)) + "]",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>Several values as a key: the same for a <see cref="Guid"/> and for the text that SQLite makes of it.</summary>
    public static string KeyOf(IEnumerable<string?> values) =>
        string.Join('|', values).ToUpperInvariant();

    /// <summary>What a cell may say to whom looks for a text: bytes are also read as text.</summary>
    public static IEnumerable<string> Readings(string cell)
    {
        yield return cell;
        if (cell.Length >= 8 && cell.Length % 2 == 0 && cell.All(char.IsAsciiHexDigit))
            yield return Encoding.Latin1.GetString(Convert.FromHexString(cell));
    }

    /// <summary>All tables that the database lists: a trigger's history is a table that no model knows.</summary>
    private static async Task<List<(string Schema, string Table)>> UnknownAsync(DbContext db, CancellationToken cancel)
    {
        var list = db.Database.ProviderName switch
        {
            "Microsoft.EntityFrameworkCore.Sqlite" =>
                "SELECT '', name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
            "Npgsql.EntityFrameworkCore.PostgreSQL" =>
                "SELECT table_schema, table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE' "
                + "AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY table_schema, table_name",
            _ => null,
        };
        var found = new List<(string, string)>();
        if (list is null)
            return found;

        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = list;
        await using var reader = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        while (await reader.ReadAsync(cancel).ConfigureAwait(false))
            found.Add((reader.GetString(0), reader.GetString(1)));
        return found;
    }

    private static async Task<Dictionary<string, DumpedRow>> TableAsync(
        DbContext db, string name, string quoted, string[] key, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM {quoted}";
        command.CommandType = CommandType.Text;
        await using var reader = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        var rows = new Dictionary<string, DumpedRow>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancel).ConfigureAwait(false))
        {
            var cells = new Dictionary<string, string?>(StringComparer.Ordinal);
            for (var i = 0; i < reader.FieldCount; i++)
                cells.Add(reader.GetName(i), Text(reader.GetValue(i)));
            var id = key.Length > 0
                ? KeyOf(key.Select(column => cells[column]))
                : string.Join('|', cells.Select(cell => $"{cell.Key}={cell.Value}"));
            while (!rows.TryAdd(id, new(name, id, cells)))
                id += "'";
        }

        return rows;
    }
}
