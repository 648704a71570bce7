using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// An encrypted column as it lies in its table, read and written past the converters and the query filters: by the key's
/// name in front of each text, so that rows are found also where they no longer say whose they are.
/// </summary>
internal sealed class SealedTableColumn
{
    private readonly SealedColumn _column;
    private readonly string _table;
    private readonly string _text;
    private readonly IReadOnlyList<string> _keys;

    private SealedTableColumn(SealedColumn column, string table, string text, IReadOnlyList<string> keys) =>
        (_column, _table, _text, _keys) = (column, table, text, keys);

    /// <summary>The encrypted columns of a context's model, but for those of the run time's own tables.</summary>
    public static IReadOnlyList<SealedTableColumn> Of(DbContext db) =>
        Of(db, db.Model.GetEntityTypes().Where(entity => !entity.IsPrivacyTable()));

    /// <summary>The columns of requests and of their messages, in this order; none where the model has none.</summary>
    public static IReadOnlyList<SealedTableColumn> OfRequests(DbContext db) =>
        Of(db, RequestKeys.Tables.Select(table => db.Model.FindEntityType(table)).OfType<IEntityType>());

    private static List<SealedTableColumn> Of(DbContext db, IEnumerable<IEntityType> entities)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var found = new Dictionary<(string, string), SealedTableColumn>();
        foreach (var entity in entities)
        {
            if (StoreObjectIdentifier.Create(entity, StoreObjectType.Table) is not { } table
                || entity.FindPrimaryKey() is not { } key)
                continue;
            var keys = key.Properties.Select(part => part.GetColumnName(table)).OfType<string>().Select(sql.DelimitIdentifier).ToList();
            foreach (var property in SealedProperties.Of(entity).Own)
                // A column of a base type's table (TPT) comes with the base type.
                if (property.GetColumnName(table) is { } name)
                    found.TryAdd(
                        (table.Name + "\0" + table.Schema, name),
                        new(
                            SealedProperties.Column(property), sql.DelimitIdentifier(table.Name, table.Schema),
                            sql.DelimitIdentifier(name), keys));
        }

        return [.. found.Values];
    }

    /// <summary>Whether any value is sealed by a key.</summary>
    public async Task<bool> HoldsAsync(DbContext db, string keyId, CancellationToken cancel) =>
        (await ReadAsync(db, keyId, 1, cancel).ConfigureAwait(false)).Count > 0;

    /// <summary>
    /// Seals up to so many values of an older key anew, in one transaction. A row that is changed meanwhile stays as its
    /// writer left it: the text that was read is part of the condition, and no two texts are the same.
    /// </summary>
    /// <returns>How many values the older key had sealed, of as many as were asked for.</returns>
    public Task<int> RenewAsync(DbContext db, string oldKeyId, SealingKey now, int batchSize, CancellationToken cancel) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            var transaction = await db.Database.BeginTransactionAsync(cancel).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                var rows = await ReadAsync(db, oldKeyId, batchSize, cancel).ConfigureAwait(false);
                var where = string.Join(" AND ", _keys.Select((key, at) => $"{key} = @k{at}"));
                var update = $"UPDATE {_table} SET {_text} = @new WHERE {where} AND {_text} = @old";
                foreach (var row in rows)
                {
                    var old = (string)row[^1];
                    var command = Command(db, update);
                    await using (command.ConfigureAwait(false))
                    {
                        for (var at = 0; at < _keys.Count; at++)
                            Add(command, $"@k{at}", row[at]);
                        Add(command, "@old", old);
                        Add(command, "@new", _column.Renew(old, now));
                        await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
                    }
                }

                await transaction.CommitAsync(cancel).ConfigureAwait(false);
                return rows.Count;
            }
        });

    /// <summary>Table and column.</summary>
    public override string ToString() => (_table + "." + _text).Replace("\"", "", StringComparison.Ordinal);

    private async Task<List<object[]>> ReadAsync(DbContext db, string keyId, int most, CancellationToken cancel)
    {
        var rows = new List<object[]>();
        await db.Database.OpenConnectionAsync(cancel).ConfigureAwait(false);
        try
        {
            var command = Command(
                db,
                $"SELECT {string.Join(", ", _keys)}, {_text} FROM {_table} WHERE SUBSTRING({_text}, 1, {SealedText.PrefixLength}) = @prefix");
            await using (command.ConfigureAwait(false))
            {
                Add(command, "@prefix", SealedText.Prefix(keyId));
                // Each provider says differently how many rows it is to return; the rows of one person are few.
                var reader = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                    while (rows.Count < most && await reader.ReadAsync(cancel).ConfigureAwait(false))
                    {
                        var row = new object[reader.FieldCount];
                        reader.GetValues(row);
                        rows.Add(row);
                    }
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync().ConfigureAwait(false);
        }

        return rows;
    }

    private static DbCommand Command(DbContext db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        // Names of the model, quoted by the provider; values are parameters.
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
