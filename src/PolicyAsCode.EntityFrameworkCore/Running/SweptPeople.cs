using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// The people whose own rows a sweep deletes, where the context seals by keys of theirs: such a key goes like an erased
/// person's, or every backup could still be read by it. Whose row it is says the query itself, which asks whether they are held.
/// </summary>
internal sealed class SweptPeople<TEntity>
{
    private readonly DbContext _db;
    private readonly string _subject;
    private readonly IProperty _key;
    private readonly Expression _root;
    private readonly List<KeyErasure> _asked = [];

    private SweptPeople(DbContext db, string subject, IProperty key, Expression root) =>
        (_db, _subject, _key, _root) = (db, subject, key, root);

    /// <summary>Null where the rows are no people's own, or nothing is sealed by keys of people.</summary>
    /// <param name="db">The context.</param>
    /// <param name="rows">What a sweep deletes, as it was asked: holds are not looked up yet.</param>
    public static SweptPeople<TEntity>? Of(DbContext db, IQueryable<TEntity> rows)
    {
        // A key of several columns seals nothing.
        if (KeyErasure.KeysOf(db) is null || db.Model.FindEntityType(typeof(TEntity))?.FindPrimaryKey()?.Properties is not [var key])
            return null;
        var question = new Question(key.Name);
        question.Visit(rows.Expression);
        return question is { Subject: { } subject, Root: { } root } ? new(db, subject, key, root) : null;
    }

    /// <summary>Deletes rows, in the transaction that is open, and asks in it for the end of the keys of those who are gone.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="delete">Deletes those that it is given.</param>
    /// <param name="now">When.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<int> DeleteAsync(
        IQueryable<TEntity> rows, Func<IQueryable<TEntity>, Task<int>> delete, DateTimeOffset now, CancellationToken cancel)
    {
        // A batch that is tried anew asks anew.
        _asked.Clear();
        var keys = await KeysOfAsync(rows, cancel).ConfigureAwait(false);
        if (keys.Count == 0)
            return 0;
        var among = Among(keys);
        // These and no others: a row that has come into the batch since would go, and its person's key stay.
        var deleted = await delete(rows.Where(among)).ConfigureAwait(false);
        // Whose row somebody else has changed meanwhile is still there.
        var all = rows.Provider.CreateQuery<TEntity>(Expression.Call(
            typeof(EntityFrameworkQueryableExtensions), nameof(EntityFrameworkQueryableExtensions.IgnoreQueryFilters), [typeof(TEntity)], _root));
        var left = (await KeysOfAsync(all.Where(among), cancel).ConfigureAwait(false)).ToHashSet();
        foreach (var gone in keys.Where(key => !left.Contains(key)))
            if (await KeyErasure.AskAsync(
                _db, _subject, SubjectKey.Text(_db, typeof(TEntity), gone), isOwnTransaction: true, now, cancel).ConfigureAwait(false) is { } asked)
                _asked.Add(asked);
        return deleted;
    }

    /// <summary>Lets the keys seal no longer, once the batch is committed: their grace begins.</summary>
    public void Begin()
    {
        foreach (var asked in _asked)
            asked.Begin(_db);
        _asked.Clear();
    }

    private Task<List<object>> KeysOfAsync(IQueryable<TEntity> rows, CancellationToken cancel)
    {
        var row = Expression.Parameter(typeof(TEntity), "row");
        return rows.Select(Expression.Lambda<Func<TEntity, object>>(Expression.Convert(KeyOf(row), typeof(object)), row)).ToListAsync(cancel);
    }

    private Expression<Func<TEntity, bool>> Among(List<object> keys)
    {
        var list = Array.CreateInstance(_key.ClrType, keys.Count);
        for (var i = 0; i < keys.Count; i++)
            list.SetValue(keys[i], i);
        var row = Expression.Parameter(typeof(TEntity), "row");
        // A field of an object, as a captured variable is one: EF Core makes a parameter of it, not another query. One of all, or
        // a batch could be of more people than a statement takes parameters.
        var outside = Expression.Convert(
            Expression.Field(Expression.Constant(new Bound { Value = list }), nameof(Bound.Value)), list.GetType());
        var one = Expression.Call(typeof(EF), nameof(EF.Parameter), [outside.Type], outside);
        return Expression.Lambda<Func<TEntity, bool>>(
            Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [_key.ClrType], one, KeyOf(row)), row);
    }

    private MethodCallExpression KeyOf(ParameterExpression row) => Expression.Call(
        typeof(EF), nameof(EF.Property), [_key.ClrType], row, Expression.Constant(_key.Name));

    private sealed class Bound
    {
        public object? Value;
    }

    /// <summary>Looks for what asks whether the row's own key is that of somebody who is held.</summary>
    private sealed class Question(string key) : ExpressionVisitor
    {
        public string? Subject { get; private set; }

        public Expression? Root { get; private set; }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (node.Method.DeclaringType == typeof(SweepRun) && node.Method.Name == nameof(SweepRun.IsHeld)
                && node.Arguments is [ConstantExpression { Value: string subject }, ConstantExpression { Value: Type root }, NewArrayExpression { Expressions: [var part] }]
                && root == typeof(TEntity) && IsOwnKey(part))
                Subject = subject;
            return base.VisitMethodCall(node);
        }

        protected override Expression VisitExtension(Expression node)
        {
            if (node is EntityQueryRootExpression root && root.EntityType.ClrType == typeof(TEntity))
                Root ??= node;
            return node is QueryRootExpression ? node : base.VisitExtension(node);
        }

        private bool IsOwnKey(Expression part) =>
            (part is UnaryExpression { NodeType: ExpressionType.Convert } boxed ? boxed.Operand : part)
                is MemberExpression { Expression: ParameterExpression { Type: var type }, Member.Name: var name }
            && type == typeof(TEntity) && name == key;
    }
}
