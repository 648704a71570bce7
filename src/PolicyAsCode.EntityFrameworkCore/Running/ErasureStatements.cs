using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// The statements of an erasure that wait to go to the database together, in their order, each with who is told its result. A
/// statement among others looks at what is committed when its turn comes, as one by itself does. Each is EF Core's own,
/// compiled once a model, so that mapping, converters and filters are what they are everywhere else. To SQLite
/// there is no way to go, so that a change does not wait: all that are prepared at once take more memory than it has at hand, and
/// to count what each has changed takes one statement more.
/// </summary>
internal sealed class ErasureStatements(DbContext db)
{
    private const string PostgreSql = "Npgsql.EntityFrameworkCore.PostgreSQL";

    private static readonly ConditionalWeakTable<IModel, ConcurrentDictionary<(MethodInfo Rows, MethodInfo? Set, bool AreNullsRelational), object>> s_byModel = [];
    private static readonly object s_none = new();
    private static readonly MethodInfo s_ofAnchors =
        typeof(ErasureStatements).GetMethod(nameof(TryCount), BindingFlags.Instance | BindingFlags.Public)!;

    private readonly List<(SqlStatement Statement, Action<DbDataReader?> Tell)> _waiting = [];
    private readonly bool _isPostgreSql = string.Equals(db.Database.ProviderName, PostgreSql, StringComparison.Ordinal);
    private IModel? _model;
    private bool? _areNullsRelational;
    private StatementRecorder? _recorder;
    private bool _isChange;

    /// <summary>Whether it is known how the database counts what each of several statements has changed.</summary>
    public static bool AreTakenIn(DbContext db) => db.Database.ProviderName is PostgreSql or "Microsoft.EntityFrameworkCore.Sqlite";

    /// <summary>Deletes rows; false, and nothing is done or waits, where EF Core has no one statement for it.</summary>
    public ValueTask<bool> TryDeleteAsync<TEntity>(Func<IQueryable<TEntity>> rows, Action<int> tell, CancellationToken cancel)
    {
        return TryChangeAsync(Kept(rows.Method, null, Compile), rows.Target, tell, cancel);

        CompiledChange? Compile()
        {
            var query = rows();
            if (!new RowSet<TEntity>(db, query).AreDeletedByOne)
                return null;
            var asked = new AskedExpression<TEntity>(query);
            asked.ExecuteDelete();
            return CompiledChange.Of(db, asked.Asked!, rows.Target, isByItself: !_isPostgreSql);
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
            : TryChangeAsync(Kept(rows.Method, set.Method, Compile), rows.Target, tell, cancel);

        CompiledChange? Compile()
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
            return CompiledChange.Of(db, asked.Asked!, rows.Target, isByItself: !_isPostgreSql);
        }
    }

    /// <summary>Locks rows, where they are locked one by one.</summary>
    public void Lock<TEntity>(Func<IQueryable<TEntity>> rows)
    {
        if (RowLocks.AreTakenIn(db))
            foreach (var statement in new RowSet<TEntity>(db, rows()).Locks(rows))
                _waiting.Add((statement, static _ => { }));
    }

    /// <summary>Looks whether there are rows.</summary>
    public void Find<TEntity>(Func<IQueryable<TEntity>> rows, Action<bool> tell) =>
        Ask(CompiledQueries.Command(db, rows, static all => all.Select(_ => 1)), row => tell(row is not null));

    /// <summary>Counts rows.</summary>
    public void Count<TEntity>(Func<IQueryable<TEntity>> rows, Action<int> tell) =>
        Ask(
            CompiledQueries.Command(db, rows, static all => all.GroupBy(_ => 1).Select(every => every.Count())),
            row => tell(row?.GetInt32(0) ?? 0));

    /// <summary>Counts rows by the moments or days that are picked of them; false where only EF Core can read these.</summary>
    /// <param name="anchors">What is picked, one member of each row.</param>
    /// <param name="tell">Told how many there are, and the last of them where each has one.</param>
    public bool TryCount<TAnchor>(Func<IQueryable<TAnchor?>> anchors, Action<int, TAnchor?> tell)
        where TAnchor : struct
    {
        if (Kept(anchors.Method, s_ofAnchors, Compile) is not { } read)
            return false;
        Ask(
            Statement(),
            row =>
            {
                var count = row?.GetInt32(0) ?? 0;
                tell(count, count > 0 && row!.GetInt32(1) == count ? read(row) : null);
            });
        return true;

        Func<DbDataReader, TAnchor>? Compile()
        {
            if (Reader<TAnchor>(anchors()) is not { } reader)
                return null;
            try
            {
                Statement().Dispose();
                return reader;
            }
            catch (InvalidOperationException)
            {
                // What the provider cannot ask together it can perhaps one by one.
                return null;
            }
        }

        DbCommand Statement() => CompiledQueries.Command(
            db, anchors, static all => all.GroupBy(_ => 1).Select(every => new object?[]
            {
                every.Count(), every.Count(anchor => anchor != null), every.Max(),
            }));
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

    private async ValueTask<bool> TryChangeAsync(CompiledChange? change, object? closure, Action<int> tell, CancellationToken cancel)
    {
        if (change is null)
            return false;
        if (!_isPostgreSql)
        {
            await SendAsync(cancel).ConfigureAwait(false);
            tell(await change.RunAsync(db, closure, cancel).ConfigureAwait(false));
            return true;
        }

        var statement = change.Statement(_recorder ??= new(db), closure);
        _isChange = true;
        // A line of its own: what stands before may end with a comment.
        _waiting.Add((
            statement with
            {
                Sql = $"WITH \"changed\" AS (\n{statement.Sql}\nRETURNING 1) SELECT count(*)::int FROM \"changed\"",
            },
            row => tell(row!.GetInt32(0))));
        return true;
    }

    private void Ask(DbCommand query, Action<DbDataReader?> tell)
    {
        using (query)
            _waiting.Add((SqlStatement.Of(query), tell));
    }

    /// <summary>What was made of a lambda for the model; null where nothing could be.</summary>
    private TMade? Kept<TMade>(MethodInfo rows, MethodInfo? set, Func<TMade?> make)
        where TMade : class
    {
        var made = s_byModel.GetOrCreateValue(_model ??= db.Model);
        var key = (rows, set, _areNullsRelational ??= CompiledQueries.AreNullsRelational(db));
        if (!made.TryGetValue(key, out var known))
            made[key] = known = make() ?? s_none;
        return known as TMade;
    }

    /// <summary>What reads the last anchor, as EF Core reads the member that is picked.</summary>
    private Func<DbDataReader, TAnchor>? Reader<TAnchor>(IQueryable<TAnchor?> anchors)
        where TAnchor : struct
    {
        if (anchors.Expression is not MethodCallExpression { Method.Name: nameof(Queryable.Select), Arguments: [_, UnaryExpression { Operand: LambdaExpression picked }] }
            || AnchorColumn.Of(db.Model, picked) is not { } property)
            return null;
        return ExportColumnReader.Reader<TAnchor>(property, 2);
    }

    private static bool HoldsAnything(object? closure) =>
        closure is not null && closure.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Length > 0;
}
