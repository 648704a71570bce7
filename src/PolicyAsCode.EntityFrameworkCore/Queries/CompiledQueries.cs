using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Queries that generated code writes as lambdas (<c>() => Orders.Where(order => order.CustomerId == id)</c>), compiled by
/// EF Core once a model, as <see cref="EF.CompileAsyncQuery{TContext, TResult}(Expression{Func{TContext, IQueryable{TResult}}})"/>
/// does: what a lambda captures becomes the query's parameters. EF Core otherwise builds the tree, takes the values out
/// of it and looks for what it has compiled anew for each run, which takes longer than a small query itself.
/// </summary>
internal sealed class CompiledQueries
{
    private static readonly ConditionalWeakTable<IModel, CompiledQueries> s_byModel = [];

    private readonly ConcurrentDictionary<(MethodInfo Query, MethodInfo? Shape, bool AreNullsRelational), object> _compiled = new();

    /// <summary>The statement of a query, with the values of this run: on the context's connection, in its transaction.</summary>
    /// <param name="db">The context.</param>
    /// <param name="query">A lambda that gives the query of this context.</param>
    public static DbCommand Command<TElement>(DbContext db, Func<IQueryable<TElement>> query) =>
        Command(db, query, null, query);

    /// <summary>The statement of a query that asks something of the rows of another.</summary>
    /// <param name="db">The context.</param>
    /// <param name="rows">A lambda that gives the rows.</param>
    /// <param name="shape">What is asked of them; it captures nothing.</param>
    public static DbCommand Command<TRow, TElement>(
        DbContext db, Func<IQueryable<TRow>> rows, Func<IQueryable<TRow>, IQueryable<TElement>> shape) =>
        Command(db, rows, shape.Method, () => shape(rows()));

    /// <summary>
    /// Whether the context compares null as the database does (<c>UseRelationalNulls()</c>): of contexts with one model that is
    /// the one thing by which a statement may be another.
    /// </summary>
    public static bool AreNullsRelational(DbContext db) =>
        RelationalOptionsExtension.Extract(db.GetService<IDbContextOptions>()).UseRelationalNulls;

    private static DbCommand Command<TElement>(DbContext db, Delegate written, MethodInfo? shape, Func<IQueryable<TElement>> query)
    {
        var own = s_byModel.GetOrCreateValue(db.Model);
        var key = (written.Method, shape, AreNullsRelational(db));
        if (!own._compiled.TryGetValue(key, out var compiled))
            own._compiled[key] = compiled = CompiledQuery<TElement>.Of(query, written.Target);
        return ((CompiledQuery<TElement>)compiled).Command(db, query, written.Target);
    }
}
