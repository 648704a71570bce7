using System.Collections;
using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Rows that a query selects, changed or deleted by set-based statements over every table that EF Core's model spreads
/// them: EF Core's own statements where it has them; where it refuses (TPT, a TPC type with derived ones, JSON of an
/// owned type), parameterised SQL with the model's names, around the SQL of the query itself.
/// </summary>
internal sealed class RowSet<TEntity>(DbContext db, IQueryable<TEntity> rows)
{
    /// <summary>How many values one statement takes: below what each database allows.</summary>
    private const int ValuesPerStatement = 900;

    private readonly IEntityType _type = db.Model.FindEntityType(typeof(TEntity))
        ?? throw new InvalidOperationException($"{typeof(TEntity)} is no entity of {db.GetType()}.");

    private ISqlGenerationHelper Sql => db.GetService<ISqlGenerationHelper>();

    /// <summary>Whether EF Core deletes the rows by one statement, with all that is a part of them.</summary>
    public bool AreDeletedByOne => IsDeletedAtOnce && !DependentTable.Of(_type).Any();

    /// <summary>Whether EF Core changes the rows by one statement.</summary>
    public bool AreChangedByOne(FieldChanges<TEntity> changes) => AreChangedByOne(ByTable(changes));

    /// <summary>Changes the rows; gives how many were changed.</summary>
    public async Task<int> ChangeAsync(FieldChanges<TEntity> changes, CancellationToken cancel)
    {
        var byTable = ByTable(changes);
        if (AreChangedByOne(byTable))
            return await rows.ExecuteUpdateAsync(
                set =>
                {
                    foreach (var (change, _) in byTable[0])
                        change.Apply!(set);
                }, cancel).ConfigureAwait(false);
        if (byTable.Count == 1 && !RowLocks.AreTakenIn(db)
            && byTable[0].All(item => item.Change.ItemPath is null || item.Field.Json is not null))
            return await UpdateAsync(byTable[0].Key, [.. byTable[0]], null, cancel).ConfigureAwait(false);

        // Of several statements the first may change what the query asks for: the rows are found once. So they are where
        // one statement that had to wait would look at the keys alone.
        return await InOneTransactionAsync(
            async () =>
            {
                var keys = await LockedKeysAsync(cancel).ConfigureAwait(false);
                if (keys.Count > 0)
                    foreach (var table in byTable)
                        await UpdateAsync(table.Key, [.. table], keys, cancel).ConfigureAwait(false);
                return keys.Count;
            }, cancel).ConfigureAwait(false);
    }

    /// <summary>Keeps others from the rows, and from referring to them, until the transaction ends; nothing where no row is locked by itself.</summary>
    public async Task LockAsync(CancellationToken cancel)
    {
        if (!RowLocks.AreTakenIn(db))
            return;
        var (selected, parameters) = Keys(_type.FindPrimaryKey()!.Properties);
        foreach (var (table, columns) in Tables)
            await ExecuteAsync(RowLocks.Statement(Name(table), In(table, columns, selected)), parameters, cancel).ConfigureAwait(false);
    }

    /// <summary>The statements that lock the rows, where they are locked one by one.</summary>
    /// <param name="query">The lambda that gives the rows.</param>
    public IEnumerable<SqlStatement> Locks(Func<IQueryable<TEntity>> query)
    {
        var key = _type.FindPrimaryKey()!.Properties;
        foreach (var (table, columns) in Tables)
        {
            // Each statement has parameters of its own.
            using var command = CompiledQueries.Command(db, query, all => all.Select(Projection(key)));
            var keys = SqlStatement.Of(command);
            yield return keys with
            {
                Sql = RowLocks.Statement(
                    Name(table), In(table, columns, new(keys.Sql, [.. StoredField.Columns(_type, TableWith(key), key)]))),
            };
        }
    }

    /// <summary>Deletes the rows, and before them those that are parts of them and no entities of their own.</summary>
    /// <param name="deleted">Told, by name, how many rows of such parts went.</param>
    /// <param name="cancel">Stops between two statements.</param>
    /// <param name="isReferred">
    /// Whether the query is asked again once nobody can refer to the rows any more. A delete that had to wait for a row that
    /// somebody else began to refer to does not ask: it would take the new row along, down the reference.
    /// </param>
    public Task<int> DeleteAsync(Action<string, int> deleted, CancellationToken cancel, bool isReferred = false)
    {
        var parts = DependentTable.Of(_type).ToList();
        var tree = isReferred ? Tree : [];
        return parts.Count == 0 && IsDeletedAtOnce && tree.Count == 0 && !(isReferred && IsPrincipal && RowLocks.AreTakenIn(db))
            ? rows.ExecuteDeleteAsync(cancel)
            : InOneTransactionAsync(() => DeleteWithPartsAsync(parts, tree, deleted, cancel), cancel);
    }

    private async Task<int> DeleteWithPartsAsync(
        List<DependentTable> parts, List<IForeignKey> tree, Action<string, int> deleted, CancellationToken cancel)
    {
        if (parts.Count == 0 && tree.Count == 0 && Tables is [var only] && !RowLocks.AreTakenIn(db))
        {
            var (selected, parameters) = Keys(_type.FindPrimaryKey()!.Properties);
            return await ExecuteAsync(
                $"DELETE FROM {Name(only.Table)} WHERE {In(only.Table, only.Keys, selected)}", parameters, cancel)
                .ConfigureAwait(false);
        }

        // The query may ask for what a part holds, and after the first statement for nothing any more: it is asked once.
        var keys = await LockedKeysAsync(cancel).ConfigureAwait(false);
        if (keys.Count == 0)
            return 0;
        // What has begun to refer to them since their references were cut stays, and loses its own.
        foreach (var (self, constraint) in tree.SelectMany(self => self.GetMappedConstraints().Select(constraint => (self, constraint))))
            foreach (var (selected, values) in Among(self.PrincipalKey.Properties, keys))
                await ExecuteAsync(
                    $"UPDATE {Name(constraint.Table)} SET "
                        + string.Join(", ", constraint.Columns.Where(column => column.IsNullable).Select(column => $"{Quoted(column.Name)} = NULL"))
                        + $" WHERE {In(constraint.Table, [.. constraint.Columns.Select(column => column.Name)], selected)}",
                    values, cancel).ConfigureAwait(false);
        foreach (var part in parts)
        {
            var count = 0;
            foreach (var (selected, values) in Among(part.PrincipalKey, keys))
                count += await ExecuteAsync($"DELETE FROM {Name(part.Table)} WHERE {Below(part, selected)}", values, cancel)
                    .ConfigureAwait(false);
            if (count > 0)
                deleted(part.Name, count);
        }

        // The table of a derived type refers to that of its base.
        foreach (var (table, columns) in Enumerable.Reverse(Tables))
        {
            var count = 0;
            foreach (var (condition, values) in Among(table, columns, keys))
                count += await ExecuteAsync($"DELETE FROM {Name(table)} WHERE {condition}", values, cancel).ConfigureAwait(false);
            // A row has a part in each table. Somebody else was at them: all of it is rolled back, and can be run again.
            if (count != keys.Count)
                throw new DbUpdateConcurrencyException(
                    $"{_type.DisplayName()}: {keys.Count} rows were to be deleted, and {table.Name} had {count} of them. Nothing was changed.");
        }

        return keys.Count;
    }

    private List<IGrouping<ITable, (FieldChange<TEntity> Change, StoredField Field)>> ByTable(FieldChanges<TEntity> changes) =>
        [.. changes.All
            .Select(change => (Change: change, Field: StoredField.Of(_type, [.. change.Path, .. change.ItemPath ?? []])))
            .GroupBy(item => item.Field.Table)];

    // Of an object in a row EF Core sets no field once the query is a batch.
    private bool AreChangedByOne(List<IGrouping<ITable, (FieldChange<TEntity> Change, StoredField Field)>> byTable) =>
        byTable.Count == 1 && IsOneTable
        && byTable[0].All(item => item.Field.Json is null && item.Change is { Path.Count: 1, ItemPath: null, Apply: not null });

    /// <summary>Whether EF Core itself updates these rows by one statement: with TPC, only those of a type without derived ones.</summary>
    private bool IsOneTable => Tables.Count == 1
        && !(_type.GetMappingStrategy() == RelationalAnnotationNames.TpcMappingStrategy && _type.GetDirectlyDerivedTypes().Any());

    /// <summary>Whether it deletes them by one: never with TPT.</summary>
    private bool IsDeletedAtOnce => IsOneTable && _type.GetMappingStrategy() != RelationalAnnotationNames.TptMappingStrategy;

    /// <summary>Whether rows refer to these.</summary>
    private bool IsPrincipal => ReferringKeys.Any();

    /// <summary>The references by which rows of the same kind would go with these, and that can be cut.</summary>
    private List<IForeignKey> Tree =>
        [.. ReferringKeys.Where(key => key.DeleteBehavior == DeleteBehavior.Cascade && key.Properties.Any(column => column.IsNullable)
            && key.DeclaringEntityType.GetRootType() == _type.GetRootType())];

    private IEnumerable<IForeignKey> ReferringKeys => _type.GetReferencingForeignKeys()
        .Concat(_type.GetDerivedTypes().SelectMany(derived => derived.GetDeclaredReferencingForeignKeys()))
        .Where(key => !key.IsOwnership).Distinct();

    /// <summary>The tables that a row of the type lies in, a base type's first, with the columns of its key in each.</summary>
    private List<(ITable Table, IReadOnlyList<string> Keys)> Tables =>
        [.. _type.GetTableMappings().Select(mapping => (ITable)mapping.Table).Distinct()
            .Select(table => (table, (IReadOnlyList<string>)[.. StoredField.Columns(_type, table, _type.FindPrimaryKey()!.Properties)]))];

    private async Task<int> UpdateAsync(
        ITable table, IReadOnlyList<(FieldChange<TEntity> Change, StoredField Field)> fields, List<object?[]>? keys,
        CancellationToken cancel)
    {
        var parameters = new List<object>();
        var assignments = new List<string>();
        foreach (var column in fields.GroupBy(item => item.Field.Column))
            if (column.First().Field.Json is null)
                assignments.Add($"{Quoted(column.Key)} = {Value(column.Last().Field.Property, column.Last().Change.Value, parameters)}");
            else
                assignments.Add($"{Quoted(column.Key)} = " + Escaped(column.Aggregate(
                    Quoted(column.Key),
                    (document, item) => JsonDialect.Of(db).Set(document, item.Field.Json!, Nothing(item.Change.Value)))));
        var update = $"UPDATE {Name(table)} SET {string.Join(", ", assignments)}";
        var columns = fields[0].Field.Keys;
        if (keys is null)
        {
            var (selected, values) = Keys(_type.FindPrimaryKey()!.Properties);
            return await ExecuteAsync($"{update} WHERE {In(table, columns, selected)}", [.. parameters, .. values], cancel)
                .ConfigureAwait(false);
        }

        var changed = 0;
        foreach (var (condition, values) in Among(table, columns, keys, parameters.Count))
            changed += await ExecuteAsync($"{update} WHERE {condition}", [.. parameters, .. values], cancel).ConfigureAwait(false);
        return changed;

        static bool Nothing(object? value) => value switch
        {
            null => true,
            "" => false,
            _ => throw new NotSupportedException($"A member inside JSON is emptied, not set to '{value}'."),
        };
    }

    /// <summary>That a row of a part hangs on the selected rows, through the parts above it.</summary>
    private string Below(DependentTable part, Selection selected) => In(
        part.Table, part.Columns,
        part.Above is { } above
            ? new($"SELECT {string.Join(", ", part.AboveKey.Select(Quoted))} FROM {Name(above.Table)} WHERE {Below(above, selected)}", part.AboveKey)
            : selected);

    /// <summary>That a table's row is among the selected.</summary>
    private string In(ITable table, IReadOnlyList<string> columns, Selection selected) => columns.Count == 1
        ? $"{Name(table)}.{Quoted(columns[0])} IN ({selected.Sql})"
        : $"EXISTS (SELECT 1 FROM ({selected.Sql}) AS {Quoted("selected")} WHERE "
            + string.Join(" AND ", columns.Select((column, index) =>
                $"{Quoted("selected")}.{Quoted(selected.Columns[index])} = {Name(table)}.{Quoted(column)}")) + ")";

    /// <summary>The query's own SQL, reduced to a key, with its parameters.</summary>
    private (Selection Selected, IReadOnlyList<object> Parameters) Keys(IReadOnlyList<IProperty> key)
    {
        using var command = rows.Select(Projection(key)).CreateDbCommand();
        var parameters = command.Parameters.Cast<object>().ToList();
        command.Parameters.Clear();
        return (new(Escaped(command.CommandText), [.. StoredField.Columns(_type, TableWith(key), key)]), parameters);
    }

    private ITableBase TableWith(IReadOnlyList<IProperty> key) => _type.GetTableMappings()
        .First(mapping => key.All(property => mapping.ColumnMappings.Any(column => column.Property == property))).Table;

    private static Expression<Func<TEntity, object?[]>> Projection(IReadOnlyList<IProperty> key)
    {
        var row = Expression.Parameter(typeof(TEntity), "row");
        return Expression.Lambda<Func<TEntity, object?[]>>(
            Expression.NewArrayInit(typeof(object), key.Select(property => Expression.Convert(
                Expression.Call(typeof(EF), nameof(EF.Property), [property.ClrType], row, Expression.Constant(property.Name)),
                typeof(object)))),
            row);
    }

    /// <summary>The keys of the rows, as the database has them: a converter must not stand between two statements.</summary>
    private async Task<List<object?[]>> KeysAsync(CancellationToken cancel)
    {
        var keys = new List<object?[]>();
        await db.Database.OpenConnectionAsync(cancel).ConfigureAwait(false);
        try
        {
            await using var command = rows.Select(Projection(_type.FindPrimaryKey()!.Properties)).CreateDbCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            await using var reader = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            while (await reader.ReadAsync(cancel).ConfigureAwait(false))
            {
                var values = new object[reader.FieldCount];
                reader.GetValues(values);
                keys.Add(values);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync().ConfigureAwait(false);
        }

        return keys;
    }

    /// <summary>
    /// The keys of the rows, which nobody else changes from then on: the query is asked once more when they are locked, so
    /// that what another transaction has changed meanwhile is left alone, in whichever table of the row.
    /// </summary>
    private async Task<List<object?[]>> LockedKeysAsync(CancellationToken cancel)
    {
        var keys = await KeysAsync(cancel).ConfigureAwait(false);
        if (keys.Count == 0 || !RowLocks.AreTakenIn(db))
            return keys;
        foreach (var (table, columns) in Tables)
            foreach (var (condition, values) in Among(table, columns, keys))
                await ExecuteAsync(RowLocks.Statement(Name(table), condition), values, cancel).ConfigureAwait(false);
        foreach (var part in Enumerable.Reverse(DependentTable.Of(_type)))
            foreach (var (selected, values) in Among(part.PrincipalKey, keys))
                await ExecuteAsync(RowLocks.Statement(Name(part.Table), Below(part, selected)), values, cancel).ConfigureAwait(false);
        var still = new HashSet<object?[]>(await KeysAsync(cancel).ConfigureAwait(false), new SameKey());
        return [.. keys.Where(still.Contains)];
    }

    /// <summary>A key of the rows, whose primary keys are known.</summary>
    private IEnumerable<(Selection Selected, IReadOnlyList<object> Values)> Among(
        IReadOnlyList<IProperty> key, List<object?[]> keys)
    {
        var table = (ITable)TableWith(key);
        IReadOnlyList<string> selected = [.. StoredField.Columns(_type, table, key)];
        foreach (var (condition, values) in Among(table, [.. StoredField.Columns(_type, table, _type.FindPrimaryKey()!.Properties)], keys))
            yield return (
                new($"SELECT {string.Join(", ", selected.Select(Quoted))} FROM {Name(table)} WHERE {condition}", selected), values);
    }

    /// <summary>That a table's row has one of the keys: as few statements as the database's limits allow.</summary>
    private IEnumerable<(string Condition, IReadOnlyList<object> Values)> Among(
        ITable table, IReadOnlyList<string> columns, List<object?[]> keys, int before = 0)
    {
        foreach (var chunk in keys.Chunk(Math.Max(1, (ValuesPerStatement - before) / columns.Count)))
        {
            var at = before;
            var condition = columns.Count == 1
                ? $"{Name(table)}.{Quoted(columns[0])} IN ({string.Join(", ", chunk.Select(_ => Placeholder(at++)))})"
                : string.Join(" OR ", chunk.Select(_ =>
                    $"({string.Join(" AND ", columns.Select(column => $"{Name(table)}.{Quoted(column)} = {Placeholder(at++)}"))})"));
            yield return (condition, [.. chunk.SelectMany(key => key).Select(value => value!)]);
        }

        static string Placeholder(int number) => "{" + number.ToString(CultureInfo.InvariantCulture) + "}";
    }

    private static string Value(IProperty property, object? value, List<object> parameters)
    {
        if (value is null)
            return "NULL";
        parameters.Add(property.GetRelationalTypeMapping().Converter?.ConvertToProvider(value) ?? value);
        return "{" + (parameters.Count - 1).ToString(CultureInfo.InvariantCulture) + "}";
    }

    private Task<int> ExecuteAsync(string sql, IEnumerable<object> parameters, CancellationToken cancel) =>
        db.Database.ExecuteSqlRawAsync(sql, parameters, cancel);

    /// <summary>Several statements are one step: in the transaction that is open, or in one of their own.</summary>
    private async Task<int> InOneTransactionAsync(Func<Task<int>> work, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is not null)
            return await work().ConfigureAwait(false);
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel).ConfigureAwait(false);
            var count = await work().ConfigureAwait(false);
            await transaction.CommitAsync(cancel).ConfigureAwait(false);
            return count;
        }).ConfigureAwait(false);
    }

    /// <summary>EF Core reads raw SQL as a format.</summary>
    private static string Escaped(string sql) =>
        sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    private string Quoted(string name) => Sql.DelimitIdentifier(name);

    private string Name(ITable table) => Sql.DelimitIdentifier(table.Name, table.Schema);

    private sealed class SameKey : IEqualityComparer<object?[]>
    {
        public bool Equals(object?[]? one, object?[]? other) => StructuralComparisons.StructuralEqualityComparer.Equals(one, other);

        public int GetHashCode(object?[] key) => StructuralComparisons.StructuralEqualityComparer.GetHashCode(key);
    }

    /// <summary>A query as SQL, and the names of the columns that it gives.</summary>
    private sealed record Selection(string Sql, IReadOnlyList<string> Columns);
}
