using System.Collections;
using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// A query, an <c>ExecuteDelete</c> or an <c>ExecuteUpdate</c> of one model, compiled by EF Core once. Its text is kept where it
/// cannot be another for the next run: then a run costs what its command costs, and of EF Core's way there (a third of the time of
/// an erasure on SQLite) nothing is left.
/// </summary>
internal sealed class CompiledStatement
{
    private readonly Action<QueryContext> _run;
    private readonly IReadOnlyList<Captured> _values;
    private readonly Func<string, string>? _wrap;

    // Of the first run that could tell; two at once find the same.
    private volatile RecordedStatement? _kept;
    private volatile bool _isAnotherEachTime;

    private CompiledStatement(Action<QueryContext> run, IReadOnlyList<Captured> values, Func<string, string>? wrap)
    {
        (_run, _values, _wrap) = (run, values, wrap);
        _isAnotherEachTime = !values.All(value => IsScalar(value.Parameter.Type));
    }

    /// <summary>Compiles a change; null where it holds what could be another for the next run.</summary>
    /// <param name="db">The context.</param>
    /// <param name="change">What EF Core would be asked.</param>
    /// <param name="closure">What the lambda that gives the rows has captured.</param>
    /// <param name="wrap">What is made of its text; null for the text itself.</param>
    public static CompiledStatement? OfChange(DbContext db, Expression change, object? closure, Func<string, string>? wrap = null)
    {
        if (Body(change, closure) is not var (body, values))
            return null;
#pragma warning disable EF1001 // A change can be compiled under a public name, but not without being run where its command is out of reach.
        var run = db.GetService<Microsoft.EntityFrameworkCore.Query.Internal.IQueryCompiler>().CreateCompiledQuery<int>(body);
#pragma warning restore EF1001
        return new(context => run(context), values, wrap);
    }

    /// <summary>Compiles a query; null where it holds what could be another for the next run.</summary>
    /// <param name="db">The context.</param>
    /// <param name="query">The query.</param>
    /// <param name="closure">What the lambda that gives it has captured.</param>
    /// <param name="wrap">What is made of its text; null for the text itself.</param>
    public static CompiledStatement? OfQuery<TElement>(
        DbContext db, IQueryable<TElement> query, object? closure, Func<string, string>? wrap = null)
    {
        if (Body(query.Expression, closure) is not var (body, values))
            return null;
#pragma warning disable EF1001 // As above.
        var run = db.GetService<Microsoft.EntityFrameworkCore.Query.Internal.IQueryCompiler>().CreateCompiledQuery<IEnumerable<TElement>>(body);
#pragma warning restore EF1001
        return new(
            context =>
            {
                using var rows = run(context).GetEnumerator();
                rows.MoveNext();
            },
            values, wrap);
    }

    /// <summary>The statement for one run.</summary>
    /// <param name="db">The context.</param>
    /// <param name="closure">What the lambda has captured for it.</param>
    public RecordedStatement For(DbContext db, object? closure)
    {
        var values = new Dictionary<string, object?>(_values.Count, StringComparer.Ordinal);
        var isNull = false;
        foreach (var value in _values)
        {
            var now = value.In(closure);
            values[value.Parameter.Name!] = now;
            isNull |= now is null;
        }

        if (!isNull && _kept is { } kept)
            return kept with { Values = values };
        var recorder = new StatementRecorder(db);
        var recorded = recorder.Record(_run, values);
        var wrapped = _wrap is null ? recorded : recorded.In(db.GetService<IRelationalCommandBuilderFactory>(), _wrap);
        if (isNull || _isAnotherEachTime)
            return wrapped;
        if (IsTheSame(recorded, recorder.Record(_run, values)))
            _kept = wrapped;
        else
            _isAnotherEachTime = true;
        return wrapped;
    }

    /// <summary>
    /// Whether a text is kept by EF Core too, whatever its values are as long as none is null, and asks for nothing but what the
    /// lambda has captured: what a filter asks of the context may be null the next time, and the text then is another.
    /// </summary>
    private bool IsTheSame(RecordedStatement one, RecordedStatement other) =>
        ReferenceEquals(one.Template, other.Template) && one.Values.Count == _values.Count;

    /// <summary>Of several values at once there may be more the next time, and each is a parameter.</summary>
    private static bool IsScalar(Type type) => type == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(type);

    private static (Expression Body, IReadOnlyList<Captured> Values)? Body(Expression asked, object? closure)
    {
        var captures = new Captures(closure);
        var body = captures.Visit(asked);
        return captures.IsComplete ? (new Parameters(captures.Values).Visit(body), captures.Values) : null;
    }

    /// <summary>A compiled query finds its parameters by their names.</summary>
    private sealed class Parameters(IReadOnlyList<Captured> values) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => values.Any(value => value.Parameter == node)
            ? new QueryParameterExpression(node.Name!, node.Type)
            : node;
    }
}
