using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// An <c>ExecuteDelete</c> or <c>ExecuteUpdate</c> of one model, compiled by EF Core once: run by itself, or as a statement that
/// others go with.
/// </summary>
internal sealed class CompiledChange
{
    private readonly Func<QueryContext, int>? _record;
    private readonly Func<QueryContext, Task<int>>? _run;
    private readonly IReadOnlyList<Captured> _values;

    private CompiledChange(
        Func<QueryContext, int>? record, Func<QueryContext, Task<int>>? run, IReadOnlyList<Captured> values) =>
        (_record, _run, _values) = (record, run, values);

    /// <summary>Compiles a change; null where it holds what could be another for the next run.</summary>
    /// <param name="db">The context.</param>
    /// <param name="change">What EF Core would be asked.</param>
    /// <param name="closure">What the lambda that gives the rows has captured.</param>
    /// <param name="isByItself">Whether it is run, and not recorded for others to go with.</param>
    public static CompiledChange? Of(DbContext db, Expression change, object? closure, bool isByItself)
    {
        var captures = new Captures(closure);
        var body = captures.Visit(change);
        if (!captures.IsComplete)
            return null;
        body = new Parameters(captures.Values).Visit(body);
#pragma warning disable EF1001 // A change can be compiled under a public name, but not without being run where its command is out of reach.
        var compiler = db.GetService<Microsoft.EntityFrameworkCore.Query.Internal.IQueryCompiler>();
        return isByItself
            ? new(null, compiler.CreateCompiledAsyncQuery<Task<int>>(body), captures.Values)
            : new(compiler.CreateCompiledQuery<int>(body), null, captures.Values);
#pragma warning restore EF1001
    }

    /// <summary>The statement for one run.</summary>
    public SqlStatement Statement(StatementRecorder recorder, object? closure) =>
        recorder.Record(_record!, parameters => SetValues(parameters, closure));

    /// <summary>Runs it, as <c>ExecuteDeleteAsync</c> would: how many rows are changed.</summary>
    public Task<int> RunAsync(DbContext db, object? closure, CancellationToken cancel)
    {
        var context = db.GetService<IQueryContextFactory>().Create();
        context.CancellationToken = cancel;
        SetValues(context.Parameters, closure);
        return _run!(context);
    }

    private void SetValues(Dictionary<string, object?> parameters, object? closure)
    {
        foreach (var value in _values)
            parameters[value.Parameter.Name!] = value.In(closure);
    }

    /// <summary>A compiled query finds its parameters by their names.</summary>
    private sealed class Parameters(IReadOnlyList<Captured> values) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => values.Any(value => value.Parameter == node)
            ? new QueryParameterExpression(node.Name!, node.Type)
            : node;
    }
}
