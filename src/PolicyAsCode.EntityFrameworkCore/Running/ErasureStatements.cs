using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// The statements of an erasure. Each is EF Core's own, compiled once a model, so that mapping, converters and filters are what
/// they are everywhere else. To PostgreSQL they go together, in their order, each with who is told its result: a statement among
/// others looks at what is committed when its turn comes, as one by itself does. To SQLite there is no way to go, so that none
/// waits: all that are prepared at once take more memory than it has at hand, and to count what each has changed takes one
/// statement more. Interceptors and the log see what is sent, as it is sent.
/// </summary>
internal sealed class ErasureStatements(DbContext db)
{
    private const string PostgreSql = "Npgsql.EntityFrameworkCore.PostgreSQL";

    private static readonly ConditionalWeakTable<IModel, ConcurrentDictionary<(MethodInfo Rows, MethodInfo? Set, bool AreNullsRelational), object>> s_byModel = [];
    private static readonly object s_none = new();
    private static readonly MethodInfo s_find = Asked(nameof(FindAsync));
    private static readonly MethodInfo s_count = Asked(nameof(CountAsync));
    private static readonly MethodInfo s_countAnchors = Asked(nameof(TryCountAsync));

    private readonly List<(SqlStatement Statement, Action<DbDataReader?> Tell)> _waiting = [];
    private readonly bool _isPostgreSql = Providers.NameOf(db) == PostgreSql;
    private readonly IRelationalConnection _connection = db.GetService<IRelationalConnection>();
    private readonly ConcurrentDictionary<(MethodInfo Rows, MethodInfo? Set, bool AreNullsRelational), object> _made =
        s_byModel.GetOrCreateValue(db.Model);

    private readonly bool _areNullsRelational = CompiledQueries.AreNullsRelational(db);
    private IRelationalCommandDiagnosticsLogger? _logger;
    private bool _isChange;

    /// <summary>Whether it is known how the database counts what each of several statements has changed.</summary>
    public static bool AreTakenIn(DbContext db) => Providers.NameOf(db) is PostgreSql or "Microsoft.EntityFrameworkCore.Sqlite";

    /// <summary>Deletes rows; false, and nothing is done or waits, where EF Core has no one statement for it.</summary>
    public ValueTask<bool> TryDeleteAsync<TEntity>(Func<IQueryable<TEntity>> rows, Action<int> tell, CancellationToken cancel)
    {
        return TryChangeAsync(Kept(rows.Method, null) ?? Keep(rows.Method, null, Compile()), rows.Target, tell, cancel);

        CompiledStatement? Compile()
        {
            var query = rows();
            if (!new RowSet<TEntity>(db, query).AreDeletedByOne)
                return null;
            var asked = new AskedExpression<TEntity>(query);
            asked.ExecuteDelete();
            return CompiledStatement.OfChange(db, asked.Asked!, rows.Target, _isPostgreSql ? Counted : null);
        }
    }

    /// <summary>
    /// Changes rows; false, and nothing is done or waits, where EF Core has no one statement for it, or what is set may be another
    /// each time.
    /// </summary>
    public ValueTask<bool> TryChangeAsync<TEntity>(
        Func<IQueryable<TEntity>> rows, Action<FieldChanges<TEntity>> set, Action<int> tell, CancellationToken cancel)
    {
        return HoldsAnything(set.Target)
            ? ValueTask.FromResult(false)
            : TryChangeAsync(Kept(rows.Method, set.Method) ?? Keep(rows.Method, set.Method, Compile()), rows.Target, tell, cancel);

        CompiledStatement? Compile()
        {
            var query = rows();
            var changes = new FieldChanges<TEntity>();
            set(changes);
            if (!new RowSet<TEntity>(db, query).AreChangedByOne(changes))
                return null;
            var asked = new AskedExpression<TEntity>(query);
            asked.ExecuteUpdate(setters =>
            {
                foreach (var change in changes.All)
                    change.Apply!(setters);
            });
            return CompiledStatement.OfChange(db, asked.Asked!, rows.Target, _isPostgreSql ? Counted : null);
        }
    }

    /// <summary>Locks rows, where they are locked one by one.</summary>
    public void Lock<TEntity>(Func<IQueryable<TEntity>> rows)
    {
        if (_isPostgreSql)
            foreach (var statement in new RowSet<TEntity>(db, rows()).Locks(rows))
                _waiting.Add((statement, static _ => { }));
    }

    /// <summary>Looks whether there are rows.</summary>
    public ValueTask FindAsync<TEntity>(Func<IQueryable<TEntity>> rows, Action<bool> tell, CancellationToken cancel) =>
        AskAsync(rows, s_find, static all => all.Select(_ => 1), null, row => tell(row is not null), cancel);

    /// <summary>Counts rows.</summary>
    public ValueTask CountAsync<TEntity>(Func<IQueryable<TEntity>> rows, Action<int> tell, CancellationToken cancel) => AskAsync(
        rows, s_count, static all => all.Select(_ => 1),
        static sql => $"SELECT COUNT(*) FROM (\n{sql}\n) AS \"counted\"", row => tell(Number(row, 0)), cancel);

    /// <summary>Counts rows by the moments or days that are picked of them; false where only EF Core can read these.</summary>
    /// <param name="anchors">What is picked, one member of each row.</param>
    /// <param name="tell">Told how many there are, and the last of them where each has one.</param>
    /// <param name="cancel">Stops.</param>
    public async ValueTask<bool> TryCountAsync<TAnchor>(
        Func<IQueryable<TAnchor?>> anchors, Action<int, TAnchor?> tell, CancellationToken cancel)
        where TAnchor : struct
    {
        if ((Kept(anchors.Method, s_countAnchors) ?? Keep(anchors.Method, s_countAnchors, Reader(anchors))) is not Func<DbDataReader, TAnchor> read)
            return false;
        await AskAsync(
            anchors, s_find, static all => all,
            // Grouped by nothing, as EF Core would ask it, the rows would be sorted first.
            static sql => $"WITH \"anchors\" (\"anchor\") AS (\n{sql}\n)\nSELECT COUNT(*), COUNT(\"anchor\"), MAX(\"anchor\") FROM \"anchors\"",
            row =>
            {
                var count = Number(row, 0);
                tell(count, count > 0 && Number(row, 1) == count ? read(row!) : null);
            },
            cancel).ConfigureAwait(false);
        return true;
    }

    /// <summary>Sends what waits, and tells each its result.</summary>
    public async Task SendAsync(CancellationToken cancel)
    {
        try
        {
            for (var at = 0; at < _waiting.Count;)
            {
                var joined = new JoinedStatements(db);
                var end = at;
                while (end < _waiting.Count && joined.TryAdd(_waiting[end].Statement))
                    end++;
                var reader = await joined.ReadAsync(_isChange ? CommandSource.ExecuteDelete : CommandSource.FromSqlQuery, cancel).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                    for (var rows = reader.DbDataReader; at < end; at++)
                    {
                        _waiting[at].Tell(await rows.ReadAsync(cancel).ConfigureAwait(false) ? rows : null);
                        // Also after the last: what its triggers have to say comes behind its rows.
                        if (await rows.NextResultAsync(cancel).ConfigureAwait(false) != at + 1 < end)
                            throw new InvalidOperationException("The database answered another number of statements than it was asked.");
                    }
            }
        }
        finally
        {
            // Whoever goes on after a failure sends nothing twice.
            _waiting.Clear();
            _isChange = false;
        }
    }

    private async ValueTask<bool> TryChangeAsync(object made, object? closure, Action<int> tell, CancellationToken cancel)
    {
        if (made is not CompiledStatement change)
            return false;
        if (_isPostgreSql)
        {
            _isChange = true;
            Wait(change, closure, row => tell(row!.GetInt32(0)));
            return true;
        }

        if (_waiting.Count > 0)
            await SendAsync(cancel).ConfigureAwait(false);
        var statement = change.For(db, closure);
        var command = Rent(statement);
        try
        {
            tell(await command.ExecuteNonQueryAsync(Now(statement), cancel).ConfigureAwait(false));
        }
        finally
        {
            _connection.ReturnCommand(command);
        }

        return true;
    }

    private async ValueTask AskAsync<TRow, TElement>(
        Func<IQueryable<TRow>> rows, MethodInfo what, Func<IQueryable<TRow>, IQueryable<TElement>> shape, Func<string, string>? wrap,
        Action<DbDataReader?> tell, CancellationToken cancel)
    {
        var made = Kept(rows.Method, what) ?? Keep(rows.Method, what, CompiledStatement.OfQuery(db, shape(rows()), rows.Target, wrap));
        if (made is not CompiledStatement query)
        {
            using var asked = shape(rows()).CreateDbCommand();
            var own = SqlStatement.Of(asked);
            _waiting.Add((wrap is null ? own : own with { Sql = wrap(own.Sql) }, tell));
            return;
        }

        if (_isPostgreSql)
        {
            Wait(query, rows.Target, tell);
            return;
        }

        if (_waiting.Count > 0)
            await SendAsync(cancel).ConfigureAwait(false);
        var statement = query.For(db, rows.Target);
        var command = Rent(statement);
        try
        {
            var reader = await command.ExecuteReaderAsync(Now(statement), cancel).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
                tell(await reader.ReadAsync(cancel).ConfigureAwait(false) ? reader.DbDataReader : null);
        }
        finally
        {
            _connection.ReturnCommand(command);
        }
    }

    private void Wait(CompiledStatement compiled, object? closure, Action<DbDataReader?> tell)
    {
        using var command = compiled.For(db, closure).Command(_connection);
        _waiting.Add((SqlStatement.Of(command), tell));
    }

    private IRelationalCommand Rent(RecordedStatement statement)
    {
        var command = _connection.RentCommand();
        command.PopulateFrom(statement.Template);
        return command;
    }

    private RelationalCommandParameterObject Now(RecordedStatement statement) => new(
        _connection, statement.Values, null, db, _logger ??= db.GetService<IRelationalCommandDiagnosticsLogger>(), statement.Source);

    /// <summary>What was made of a lambda for the model; null where it was not looked at yet.</summary>
    private object? Kept(MethodInfo rows, MethodInfo? what) => _made.GetValueOrDefault((rows, what, _areNullsRelational));

    private object Keep(MethodInfo rows, MethodInfo? what, object? made) => _made[(rows, what, _areNullsRelational)] = made ?? s_none;

    /// <summary>What reads the last anchor, as EF Core reads the member that is picked; null where the database does not know which is the last.</summary>
    private Func<DbDataReader, TAnchor>? Reader<TAnchor>(Func<IQueryable<TAnchor?>> anchors)
        where TAnchor : struct
    {
        var query = anchors();
        if (query.Expression is not MethodCallExpression { Method.Name: nameof(Queryable.Select), Arguments: [_, UnaryExpression { Operand: LambdaExpression picked }] }
            || AnchorColumn.Of(db.Model, picked) is not { } property)
            return null;
        try
        {
            query.GroupBy(_ => 1).Select(every => every.Max()).ToQueryString();
        }
        catch (Exception untranslated) when (untranslated is InvalidOperationException or NotSupportedException)
        {
            // What the provider cannot ask together it can perhaps one by one.
            return null;
        }

        return ExportColumnReader.Reader<TAnchor>(property, 2);
    }

    // A line of its own: what stands before may end with a comment.
    private static string Counted(string change) => $"WITH \"changed\" AS (\n{change}\nRETURNING 1) SELECT count(*)::int FROM \"changed\"";

    private static int Number(DbDataReader? row, int column) => checked((int)row!.GetInt64(column));

    private static MethodInfo Asked(string name) =>
        typeof(ErasureStatements).GetMethod(name, BindingFlags.Instance | BindingFlags.Public)!;

    private static bool HoldsAnything(object? closure) =>
        closure is not null && closure.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Length > 0;
}
