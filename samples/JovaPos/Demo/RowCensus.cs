using System.Data;
using System.Globalization;
using JovaPos.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace JovaPos.Demo;

/// <summary>
/// How many rows each table holds, asked of the database itself: EF Core gives the names, not the counts.
/// </summary>
internal sealed class RowCensus
{
    private readonly Dictionary<string, long> _rows = [];

    private RowCensus()
    {
    }

    /// <summary>The entities, in the model's order.</summary>
    public IEnumerable<string> Entities => _rows.Keys;

    /// <summary>All rows.</summary>
    public long Total => _rows.Values.Sum();

    /// <summary>The rows of an entity.</summary>
    public long this[string entity] => _rows[entity];

    public static async Task<RowCensus> TakeAsync(ShopContext shop, CancellationToken cancel)
    {
        var census = new RowCensus();
        foreach (var (entity, table) in Tables(shop).Where(one => !one.IsRunTime).Select(one => (one.Entity, one.Table)))
        {
            census._rows[entity] = await QueryAsync(
                shop, $"SELECT COUNT(*) FROM {table}",
                reader => Convert.ToInt64(reader.GetValue(0), CultureInfo.InvariantCulture), cancel).FirstAsync(cancel);
        }

        return census;
    }

    /// <summary>The entities and their tables, quoted for SQL; and whether they are the run time's own.</summary>
    public static IEnumerable<(string Entity, string Table, bool IsRunTime)> Tables(ShopContext shop) =>
        from entity in shop.Model.GetEntityTypes()
        orderby entity.ShortName()
        select (entity.ShortName(), $"\"{entity.GetTableName()}\"", entity.ClrType.Assembly != typeof(ShopContext).Assembly);

    /// <summary>Runs a query past EF Core's own mapping.</summary>
    public static async IAsyncEnumerable<T> QueryAsync<T>(
        ShopContext shop, string sql, Func<IDataRecord, T> read,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await shop.Database.OpenConnectionAsync(cancel);
        await using var command = shop.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            yield return read(reader);
    }
}
