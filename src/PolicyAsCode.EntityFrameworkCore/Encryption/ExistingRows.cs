using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Walks the tables that are being sealed by their keys, in the database's own order. Each batch reads its rows as
/// entities, to know whose they are, and writes each text only where it still lies as it was read: whoever changed it
/// meanwhile, another node or the application, has sealed it. What is sealed is found no more, so that no note of how far
/// it came is needed.
/// </summary>
internal sealed class ExistingRows(
    IEnumerable<EncryptedContext> contexts, IServiceScopeFactory scopes, IOptions<SubjectEncryptionOptions> options)
    : ISealExistingRows
{
    private static readonly MethodInfo s_rows = typeof(ExistingRows).GetMethod(nameof(RowsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static IReadOnlyEntityType RootOf(IReadOnlyEntityType entity)
    {
        while (entity.FindOwnership() is { } ownership)
            entity = ownership.PrincipalEntityType;
        return entity.GetRootType();
    }

    /// <summary>Whether the rows of an entity, of what owns it or of what it inherits from are still being sealed.</summary>
    public static bool IsBeingSealed(IReadOnlyEntityType entity) =>
        RootOf(entity).FindAnnotation(EncryptionAnnotations.BeingSealed) is not null;

    public async Task<SealExistingReport> RunAsync(CancellationToken cancel)
    {
        var total = 0L;
        var left = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var context in contexts)
        {
            var tables = await InScopeAsync(context, db => Task.FromResult(
                db.Model.GetEntityTypes().Where(entity => !entity.IsOwned() && entity.BaseType is null && IsBeingSealed(entity))
                    .Select(entity => entity.Name).ToList())).ConfigureAwait(false);
            foreach (var table in tables)
            {
                object[]? last = null;
                do
                {
                    cancel.ThrowIfCancellationRequested();
                    // A context for each batch: it tracks no more than that.
                    (last, var count) = await InScopeAsync(context, db =>
                        new Table(db, db.Model.FindEntityType(table)!).SealAsync(last, options.Value.BatchSize, cancel)).ConfigureAwait(false);
                    total += count;
                }
                while (last is not null);
                foreach (var (column, rows) in await InScopeAsync(
                    context, db => new Table(db, db.Model.FindEntityType(table)!).LeftAsync(cancel)).ConfigureAwait(false))
                    left[column] = rows;
            }
        }

        return new(total, left);
    }

    private async Task<T> InScopeAsync<T>(EncryptedContext context, Func<DbContext, Task<T>> work)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
            return await work((DbContext)scope.ServiceProvider.GetRequiredService(context.Type)).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<object>> RowsAsync<TEntity>(
        DbContext db, string sql, object[] values, string path, CancellationToken cancel)
        where TEntity : class
    {
        var rows = db.Set<TEntity>().FromSqlRaw(sql, values).IgnoreQueryFilters().AsTracking();
        return await (path.Length > 0 ? rows.Include(path) : rows).ToListAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>One table with what its rows own.</summary>
    private sealed class Table
    {
        private readonly DbContext _db;
        private readonly IEntityType _entity;
        private readonly ISqlGenerationHelper _sql;
        private readonly string _name;
        private readonly IReadOnlyList<string> _keys;
        private readonly IReadOnlyList<Column> _columns;

        public Table(DbContext db, IEntityType entity)
        {
            (_db, _entity, _sql) = (db, entity, db.GetService<ISqlGenerationHelper>());
            var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
            _name = _sql.DelimitIdentifier(table.Name, table.Schema);
            _keys = [.. entity.FindPrimaryKey()!.Properties.Select(key => _sql.DelimitIdentifier(key.GetColumnName(table)!))];
            _columns = [.. entity.GetDerivedTypesInclusive().SelectMany(type => Columns(type, table)).DistinctBy(column => (column.Table, column.Name))];
        }

        /// <summary>Seals what lies in the clear in the next rows; gives the key of the last of them, null where there were none.</summary>
        public async Task<(object[]? Last, int Sealed)> SealAsync(object[]? after, int most, CancellationToken cancel)
        {
            await _db.Database.OpenConnectionAsync(cancel).ConfigureAwait(false);
            try
            {
                var keys = await KeysAsync(after, most, cancel).ConfigureAwait(false);
                if (keys.Count == 0)
                    return (null, 0);
                var count = 0;
                foreach (var type in _entity.GetDerivedTypesInclusive().Where(type => SealedProperties.Of(type).IsAny && !type.IsAbstract()))
                    count += await SealAsync(type, keys, cancel).ConfigureAwait(false);
                return (keys[^1], count);
            }
            finally
            {
                await _db.Database.CloseConnectionAsync().ConfigureAwait(false);
            }
        }

        /// <summary>How many values lie in the clear, of those columns that have any.</summary>
        public async Task<IReadOnlyList<(string Column, long Rows)>> LeftAsync(CancellationToken cancel)
        {
            var left = new List<(string, long)>();
            await _db.Database.OpenConnectionAsync(cancel).ConfigureAwait(false);
            try
            {
                foreach (var column in _columns)
                {
                    var command = Command($"SELECT COUNT(*) FROM {column.Table} AS t WHERE {column.IsClear("t")}");
                    await using (command.ConfigureAwait(false))
                        if (Convert.ToInt64(await command.ExecuteScalarAsync(cancel).ConfigureAwait(false), System.Globalization.CultureInfo.InvariantCulture) is > 0 and var rows)
                            left.Add(((column.Table + "." + column.Name).Replace("\"", "", StringComparison.Ordinal), rows));
                }
            }
            finally
            {
                await _db.Database.CloseConnectionAsync().ConfigureAwait(false);
            }

            return left;
        }

        /// <summary>The keys of the next rows that hold a clear value, as the database has and orders them.</summary>
        private async Task<List<object[]>> KeysAsync(object[]? after, int most, CancellationToken cancel)
        {
            var clear = string.Join(" OR ", _columns.Select(column => column.Table == _name
                ? column.IsClear("r")
                : $"EXISTS (SELECT 1 FROM {column.Table} AS o WHERE {column.IsClear("o")} AND "
                    + string.Join(" AND ", column.Owner.Select((part, at) => $"o.{part} = r.{_keys[at]}")) + ")"));
            var list = string.Join(", ", _keys.Select(key => "r." + key));
            var begin = after is null ? "" : $"({list}) > ({string.Join(", ", _keys.Select((_, at) => $"@k{at}"))}) AND ";
            var command = Command($"SELECT {list} FROM {_name} AS r WHERE {begin}({clear}) ORDER BY {list} LIMIT {most}");
            var keys = new List<object[]>();
            await using (command.ConfigureAwait(false))
            {
                for (var at = 0; at < (after?.Length ?? 0); at++)
                    Add(command, $"@k{at}", after![at]);
                var reader = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                    while (await reader.ReadAsync(cancel).ConfigureAwait(false))
                    {
                        var key = new object[_keys.Count];
                        reader.GetValues(key);
                        keys.Add(key);
                    }
            }

            return keys;
        }

        private async Task<int> SealAsync(IEntityType type, List<object[]> keys, CancellationToken cancel)
        {
            var at = 0;
            var same = keys.Select(key => "(" + string.Join(" AND ", _keys.Select(name => $"r.{name} = {{{at++}}}")) + ")");
            var rows = await ((Task<IReadOnlyList<object>>)s_rows.MakeGenericMethod(type.ClrType).Invoke(
                null,
                [
                    _db, $"SELECT r.* FROM {_name} AS r WHERE {string.Join(" OR ", same)}", keys.SelectMany(key => key).ToArray(),
                    string.Join('.', SealedProperties.Of(type).Subject!.Navigations), cancel,
                ])!).ConfigureAwait(false);

            var count = 0;
            var transaction = await _db.Database.BeginTransactionAsync(cancel).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                foreach (var row in rows.Select(row => _db.Entry(row)).Where(row => row.Metadata == type))
                {
                    var values = SealingInterceptor.All(row).Where(IsClear).ToList();
                    if (values.Count == 0)
                        continue;
                    var subject = SealedProperties.Of(type).Subject!;
                    // What the law has kept of people who were erased before: nobody's, and to be read all the same.
                    var person = await subject.OfAsync(row, isAsync: true, cancel).ConfigureAwait(false)
                        ?? PrivacySubject.Pseudonym(subject.Kind, "nobody");
                    foreach (var value in values)
                        count += await SealAsync(value, person, cancel).ConfigureAwait(false);
                }

                await transaction.CommitAsync(cancel).ConfigureAwait(false);
            }

            return count;
        }

        /// <summary>Writes a text, if it still lies as it was read.</summary>
        private async Task<int> SealAsync(PropertyEntry value, PrivacySubject person, CancellationToken cancel)
        {
            var type = value.Metadata.DeclaringType.ContainingEntityType;
            var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
            var column = _sql.DelimitIdentifier(value.Metadata.GetColumnName(table)!);
            var keys = type.FindPrimaryKey()!.Properties;
            var old = (string)value.CurrentValue!;
            var where = string.Join(" AND ", keys.Select((key, at) => $"{_sql.DelimitIdentifier(key.GetColumnName(table)!)} = @k{at}"));
            var command = Command(
                $"UPDATE {_sql.DelimitIdentifier(table.Name, table.Schema)} SET {column} = @new WHERE {where} AND {column} = @old");
            await using (command.ConfigureAwait(false))
            {
                for (var at = 0; at < keys.Count; at++)
                {
                    var mapping = keys[at].GetRelationalTypeMapping();
                    command.Parameters.Add(mapping.CreateParameter(command, $"@k{at}", value.EntityEntry.Property(keys[at].Name).CurrentValue));
                }

                Add(command, "@old", old);
                Add(command, "@new", SealedProperties.Column(value.Metadata).SealText(old, person));
                return await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
            }
        }

        private static bool IsClear(PropertyEntry value) =>
            value.CurrentValue is string text && SealedProperties.Column(value.Metadata).IsClear(text);

        /// <summary>The encrypted columns of a type and of what it owns.</summary>
        private IEnumerable<Column> Columns(IEntityType type, StoreObjectIdentifier rows)
        {
            var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
            var owner = type.FindOwnership();
            var name = _sql.DelimitIdentifier(table.Name, table.Schema);
            if (table != rows && owner is not null && owner.PrincipalEntityType.IsOwned()
                && StoreObjectIdentifier.Create(owner.PrincipalEntityType, StoreObjectType.Table) != rows)
                throw new NotSupportedException(
                    $"{type.ShortName()} is owned by what lies in another table than {_entity.ShortName()}: such rows are sealed by no IsBeingSealed().");
            foreach (var property in SealedProperties.Of(type).Own)
                yield return new(
                    name, _sql.DelimitIdentifier(property.GetColumnName(table)!),
                    [.. (owner?.Properties ?? []).Select(key => _sql.DelimitIdentifier(key.GetColumnName(table)!))]);
            foreach (var navigation in SealedProperties.Of(type).Owned)
                foreach (var column in Columns(navigation.TargetEntityType, rows))
                    yield return column;
        }

        private DbCommand Command(string sql)
        {
            var command = _db.Database.GetDbConnection().CreateCommand();
            // Names of the model, quoted by the provider; values are parameters.
            command.CommandText = sql;
            command.Transaction = _db.Database.CurrentTransaction?.GetDbTransaction();
            return command;
        }

        private static void Add(DbCommand command, string name, object value)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        private sealed record Column(string Table, string Name, IReadOnlyList<string> Owner)
        {
            public string IsClear(string alias) =>
                $"({alias}.{Name} IS NOT NULL AND {alias}.{Name} <> '' AND SUBSTRING({alias}.{Name}, 1, 5) <> '{SealedText.Magic}')";
        }
    }
}
