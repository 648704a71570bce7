using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Queries that generated code writes as lambdas (<c>() => Orders.Where(order => order.CustomerId == id)</c>), compiled by
/// EF Core once a model, as <see cref="EF.CompileAsyncQuery{TContext, TResult}(Expression{Func{TContext, IQueryable{TResult}}})"/>
/// does: what a lambda captures becomes the query's parameters. EF Core otherwise builds the tree, takes the values out
/// of it and looks for what it has compiled anew for each run, which takes longer than a small query itself.
/// </summary>
internal sealed class CompiledQueries
{
    private static readonly ConditionalWeakTable<IModel, ConcurrentDictionary<(MethodInfo Query, MethodInfo? Shape, bool AreNullsRelational), object>> s_byModel = [];
    private static readonly object s_none = new();

    private readonly DbContext _db;
    private readonly ConcurrentDictionary<(MethodInfo Query, MethodInfo? Shape, bool AreNullsRelational), object> _compiled;
    private readonly bool _areNullsRelational;
    private readonly IRelationalConnection _connection;

    /// <summary>Those of a context's model.</summary>
    /// <param name="db">The context.</param>
    public CompiledQueries(DbContext db)
    {
        (_db, _compiled, _areNullsRelational) = (db, s_byModel.GetValue(db.Model, static _ => new()), AreNullsRelational(db));
        _connection = db.GetService<IRelationalConnection>();
    }

    /// <summary>The statement of a query, with the values of this run: on the context's connection, in its transaction.</summary>
    /// <param name="db">The context.</param>
    /// <param name="query">A lambda that gives the query of this context.</param>
    public static DbCommand Command<TElement>(DbContext db, Func<IQueryable<TElement>> query) =>
        new CompiledQueries(db).Command(query, null, query);

    /// <summary>The statement of a query that asks something of the rows of another.</summary>
    /// <param name="db">The context.</param>
    /// <param name="rows">A lambda that gives the rows.</param>
    /// <param name="shape">What is asked of them; it captures nothing.</param>
    public static DbCommand Command<TRow, TElement>(
        DbContext db, Func<IQueryable<TRow>> rows, Func<IQueryable<TRow>, IQueryable<TElement>> shape) =>
        new CompiledQueries(db).Command(rows, shape.Method, () => shape(rows()));

    /// <summary>
    /// Whether the context compares null as the database does (<c>UseRelationalNulls()</c>): of contexts with one model that is
    /// the one thing by which a statement may be another.
    /// </summary>
    public static bool AreNullsRelational(DbContext db) =>
        RelationalOptionsExtension.Extract(db.GetService<IDbContextOptions>()).UseRelationalNulls;

    /// <summary>The statement of a query, with the values of this run.</summary>
    /// <param name="query">A lambda that gives the query of this context.</param>
    public SqlStatement Statement<TElement>(Func<IQueryable<TElement>> query)
    {
        using var command = Command(query, null, query);
        return SqlStatement.Of(command);
    }

    /// <summary>The statement of a query that asks something of the rows of another.</summary>
    /// <param name="rows">A lambda that gives the rows.</param>
    /// <param name="shape">What is asked of them; it captures nothing.</param>
    public SqlStatement Statement<TRow, TElement>(
        Func<IQueryable<TRow>> rows, Func<IQueryable<TRow>, IQueryable<TElement>> shape)
    {
        using var command = Command(rows, shape.Method, () => shape(rows()));
        return SqlStatement.Of(command);
    }

    private DbCommand Command<TElement>(Delegate written, MethodInfo? shape, Func<IQueryable<TElement>> query)
    {
        var key = (written.Method, shape, _areNullsRelational);
        if (!_compiled.TryGetValue(key, out var compiled))
            _compiled[key] = compiled = CompiledStatement.OfQuery(_db, query(), written.Target) ?? s_none;
        return compiled is CompiledStatement statement
            ? statement.For(_db, written.Target).Command(_connection)
            : query().CreateDbCommand();
    }
}
