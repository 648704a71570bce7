using System.Data.Common;
using System.Globalization;

namespace JovaPos.Tests;

/// <summary>
/// Every value of every row of a database at one moment, read without EF Core and without the application's help: the
/// tests' second opinion. A row is known by its table and its <c>Id</c>.
/// </summary>
internal sealed class Snapshot
{
    private readonly SortedDictionary<string, SortedDictionary<string, Dictionary<string, string?>>> _tables =
        new(StringComparer.Ordinal);

    // Requests, messages, sweeps: they come and go with what the shop does, and are searched and not compared.
    private readonly List<(string Where, string Value)> _runTime = [];

    private Snapshot()
    {
    }

    public IEnumerable<string> Tables => _tables.Keys;

    /// <summary>The rows of a table by id, each by column; null is NULL.</summary>
    public IReadOnlyDictionary<string, Dictionary<string, string?>> this[string table] => _tables[table];

    public static async Task<Snapshot> TakeAsync(TestDatabase database)
    {
        var snapshot = new Snapshot();
        await using var connection = database.Connect();
        await connection.OpenAsync();
        foreach (var table in await ReadAsync(connection, database.ListTables, reader => reader.GetString(0)))
        {
            var rows = await ReadAsync(connection, $"SELECT * FROM \"{table}\"", reader =>
                Enumerable.Range(0, reader.FieldCount)
                    .ToDictionary(reader.GetName, column => Text(reader.GetValue(column))));
            if (table.StartsWith("privacy_", StringComparison.Ordinal))
            {
                snapshot._runTime.AddRange(rows.SelectMany(row => row)
                    .Where(value => value.Value is not null).Select(value => ($"{table}.{value.Key}", value.Value!)));
                continue;
            }

            snapshot._tables[table] = new(
                rows.ToDictionary(row => row["Id"]!, row => row, StringComparer.Ordinal), StringComparer.Ordinal);
        }

        return snapshot;
    }

    /// <summary>All rows, as table and id.</summary>
    public IEnumerable<(string Table, string Id)> Rows =>
        from table in _tables from row in table.Value select (table.Key, row.Key);

    /// <summary>Whether a row is there, and the same to the last byte.</summary>
    public bool HasSame((string Table, string Id) row, Snapshot other) =>
        _tables[row.Table].TryGetValue(row.Id, out var mine)
        && other._tables[row.Table].TryGetValue(row.Id, out var theirs)
        && mine.Count == theirs.Count
        && mine.All(value => theirs.TryGetValue(value.Key, out var same) && same == value.Value);

    public bool Has((string Table, string Id) row) => _tables[row.Table].ContainsKey(row.Id);

    /// <summary>Where any of these texts stands, as table, id and column.</summary>
    public IEnumerable<string> Find(IReadOnlyCollection<string> texts) =>
        Rowed(texts).Concat(_runTime
            .Where(value => texts.Any(text => value.Value.Contains(text, StringComparison.OrdinalIgnoreCase)))
            .Select(value => value.Where));

    private IEnumerable<string> Rowed(IReadOnlyCollection<string> texts) =>
        from table in _tables
        from row in table.Value
        from value in row.Value
        where value.Value is not null
            && texts.Any(text => value.Value.Contains(text, StringComparison.OrdinalIgnoreCase))
        select $"{table.Key}.{row.Key}.{value.Key}";

    /// <summary>Fails unless both hold exactly the same.</summary>
    public static void AssertSame(Snapshot expected, Snapshot actual)
    {
        Assert.Equal(expected.Rows, actual.Rows);
        Assert.All(expected.Rows, row => Assert.True(expected.HasSame(row, actual), $"{row} has changed."));
    }

    private static async Task<List<T>> ReadAsync<T>(DbConnection connection, string sql, Func<DbDataReader, T> read)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var all = new List<T>();
        while (await reader.ReadAsync())
            all.Add(read(reader));
        return all;
    }

    private static string? Text(object value) => value switch
    {
        DBNull => null,
        byte[] bytes => Convert.ToHexString(bytes),
        Guid id => id.ToString().ToUpperInvariant(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
