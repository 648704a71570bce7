using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>One query of one model, and how the lambda that gives it says the values of its parameters.</summary>
internal sealed class CompiledQuery<TElement>
{
    private static readonly MethodInfo[] s_compilers = [.. typeof(EF).GetMethods().Where(method =>
        method.Name == nameof(EF.CompileAsyncQuery)
        && method.GetParameters()[0].ParameterType.GetGenericArguments()[0].GetGenericArguments()[^1] is { IsGenericType: true } result
        && result.GetGenericTypeDefinition() == typeof(IQueryable<>))];

    private readonly Func<DbContext, object?[], IAsyncEnumerable<TElement>>? _run;
    private readonly IReadOnlyList<Captured> _values;

    private CompiledQuery(Func<DbContext, object?[], IAsyncEnumerable<TElement>>? run, IReadOnlyList<Captured> values) =>
        (_run, _values) = (run, values);

    /// <summary>Compiles a query; one that holds what could be another for the next run is left as it is.</summary>
    public static CompiledQuery<TElement> Of(Func<IQueryable<TElement>> query, object? closure)
    {
        var captures = new Captures(closure);
        var body = captures.Visit(query().Expression);
        return captures.IsComplete && Compiler(captures.Values.Count) is { } compiler
            ? new(Compiled(compiler, body, captures.Values), captures.Values)
            : new(null, []);
    }

    /// <summary>The statement for one run.</summary>
    public DbCommand Command(DbContext db, Func<IQueryable<TElement>> query, object? closure)
    {
        if (_run is null)
            return query().CreateDbCommand();
        var values = _values.Count == 0 ? [] : new object?[_values.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = _values[i].In(closure);
#pragma warning disable EF1001 // CreateDbCommand() of a query that is no IQueryable any more has no public name.
        var command = ((Microsoft.EntityFrameworkCore.Query.Internal.IRelationalQueryingEnumerable)_run(db, values)).CreateDbCommand();
#pragma warning restore EF1001
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    private static MethodInfo? Compiler(int parameters) =>
        s_compilers.FirstOrDefault(method => method.GetGenericArguments().Length == parameters + 2);

    /// <summary>EF Core's compiled query takes its parameters one by one; this one takes them all at once.</summary>
    private static Func<DbContext, object?[], IAsyncEnumerable<TElement>> Compiled(
        MethodInfo compiler, Expression body, IReadOnlyList<Captured> captured)
    {
        var parameters = captured.Select(one => one.Parameter).ToList();
        var types = parameters.Select(parameter => parameter.Type).ToList();
        var typed = Expression.Lambda(
            Expression.GetFuncType([typeof(DbContext), .. types, typeof(IQueryable<TElement>)]),
            body.Type == typeof(IQueryable<TElement>) ? body : Expression.Convert(body, typeof(IQueryable<TElement>)),
            [Expression.Parameter(typeof(DbContext), "db"), .. parameters]);
        var run = compiler.MakeGenericMethod([typeof(DbContext), .. types, typeof(TElement)]).Invoke(null, [typed])!;
        var db = Expression.Parameter(typeof(DbContext), "db");
        var values = Expression.Parameter(typeof(object?[]), "values");
        return Expression.Lambda<Func<DbContext, object?[], IAsyncEnumerable<TElement>>>(
            Expression.Invoke(Expression.Constant(run), [
                db,
                .. types.Select((type, at) => Expression.Convert(Expression.ArrayIndex(values, Expression.Constant(at)), type)),
            ]),
            db, values).Compile();
    }
}
