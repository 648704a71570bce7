using System.Collections;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Rows of which something is asked that runs at once: what it is, as EF Core would be asked, and nothing runs.</summary>
internal sealed class AskedExpression<TEntity>(IQueryable<TEntity> rows) : IQueryable<TEntity>, IAsyncQueryProvider
{
    /// <summary>What was asked last.</summary>
    public Expression? Asked { get; private set; }

    public Type ElementType => typeof(TEntity);

    public Expression Expression => rows.Expression;

    public IQueryProvider Provider => this;

    public TResult Execute<TResult>(Expression expression)
    {
        Asked = expression;
        return default!;
    }

    public TResult ExecuteAsync<TResult>(Expression expression, CancellationToken cancellationToken) => Execute<TResult>(expression);

    public object? Execute(Expression expression) => Execute<object?>(expression);

    public IQueryable CreateQuery(Expression expression) => rows.Provider.CreateQuery(expression);

    public IQueryable<TElement> CreateQuery<TElement>(Expression expression) => rows.Provider.CreateQuery<TElement>(expression);

    public IEnumerator<TEntity> GetEnumerator() => rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
