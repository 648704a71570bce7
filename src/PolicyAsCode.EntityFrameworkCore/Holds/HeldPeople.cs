using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// The people on whom a legal hold stands while a sweep or an erasure runs, put into its queries: where one asks
/// <see cref="SweepRun.IsHeld"/> or <see cref="ErasureRun.IsHeld"/> of a key, the database is asked whether that is one of theirs. Keys are compared as what
/// they are, not as text; without the run time's tables nobody is held.
/// </summary>
internal sealed class HeldPeople(DbContext db)
{
    private readonly bool _areKept = db.Model.FindEntityType(typeof(PrivacyHold)) is not null;
    private HashSet<(string Subject, string Id)> _standing = [];

    /// <summary>Whether nobody at all was held when it was looked last.</summary>
    public bool AreNone => _standing.Count == 0;

    /// <summary>Looks who is held now; says whether that has changed.</summary>
    public async Task<bool> RefreshAsync(DateTimeOffset now, CancellationToken cancel)
    {
        if (!_areKept)
            return false;
        var found = await db.Set<PrivacyHold>().IgnoreQueryFilters()
            .Where(hold => hold.Until == null || hold.Until > now)
            .Select(hold => new { hold.Subject, hold.SubjectId }).Distinct()
            .ToListAsync(cancel).ConfigureAwait(false);
        var standing = found.Select(hold => (hold.Subject, hold.SubjectId)).ToHashSet();
        var isChanged = !standing.SetEquals(_standing);
        _standing = standing;
        return isChanged;
    }

    /// <summary>A query in which each question is answered by those who are held now.</summary>
    public IQueryable<TEntity> In<TEntity>(IQueryable<TEntity> rows) =>
        rows.Provider.CreateQuery<TEntity>(new Answers(this).Visit(rows.Expression));

    /// <summary>A query in which each question is answered by those who are held now.</summary>
    public IOrderedQueryable<TEntity> In<TEntity>(IOrderedQueryable<TEntity> rows) =>
        (IOrderedQueryable<TEntity>)In((IQueryable<TEntity>)rows);

    /// <summary>That a key is one of those who are held.</summary>
    private Expression IsHeld(string subject, Type root, IReadOnlyList<Expression> key)
    {
        var kinds = LegalHolds.KindsOf(subject);
        var held = _standing.Where(hold => kinds.Contains(hold.Subject))
            .Select(hold => SubjectKey.Find(db, root, hold.Id)).OfType<object[]>().ToList();
        return Among(key, held, 0);
    }

    /// <summary>Of several columns, by what they share in the first: the last is one of a list.</summary>
    private static Expression Among(IReadOnlyList<Expression> key, List<object[]> held, int column)
    {
        if (held.Count == 0)
            return Expression.Constant(false);
        var own = key[column];
        if (column == key.Count - 1)
        {
            var list = Array.CreateInstance(own.Type, held.Count);
            for (var i = 0; i < held.Count; i++)
                list.SetValue(held[i][column], i);
            return Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [own.Type], Outside(list, list.GetType()), own);
        }

        return held.GroupBy(one => one[column])
            .Select(same => Expression.AndAlso(
                Expression.Equal(own, Outside(same.Key, own.Type)), Among(key, [.. same], column + 1)))
            .Aggregate<Expression>(Expression.OrElse);
    }

    /// <summary>A field of an object, as a captured variable is one: EF Core makes a parameter of it, not another query.</summary>
    private static UnaryExpression Outside(object value, Type type) => Expression.Convert(
        Expression.Field(Expression.Constant(new Bound { Value = value }), nameof(Bound.Value)), type);

    private sealed class Bound
    {
        public object? Value;
    }

    private sealed class Answers(HeldPeople people) : ExpressionVisitor
    {
        private static readonly MethodInfo[] s_questions =
        [
            typeof(SweepRun).GetMethod(nameof(SweepRun.IsHeld))!,
            typeof(ErasureRun).GetMethod(nameof(ErasureRun.IsHeld))!,
        ];

        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            s_questions.Contains(node.Method) && node.Arguments is
                [ConstantExpression { Value: string subject }, ConstantExpression { Value: Type root }, NewArrayExpression { Expressions: var key }]
                ? people.IsHeld(subject, root, [.. key.Select(Plain)])
                : base.VisitMethodCall(node);

        /// <summary>A query that another one captured is a part of it, in which may be asked as well.</summary>
        protected override Expression VisitMember(MemberExpression node) =>
            typeof(IQueryable).IsAssignableFrom(node.Type) && Value(node) is IQueryable captured
                ? Visit(captured.Expression)
                : base.VisitMember(node);

        private static Expression Plain(Expression part) => part is UnaryExpression { NodeType: ExpressionType.Convert } boxed ? boxed.Operand : part;

        private static object? Value(Expression? at) => at switch
        {
            ConstantExpression constant => constant.Value,
            MemberExpression { Member: FieldInfo field } member when Owner(member, field.IsStatic) is (true, var owner) => field.GetValue(owner),
            MemberExpression { Member: PropertyInfo property } member when Owner(member, property.GetMethod?.IsStatic == true) is (true, var owner) =>
                property.GetValue(owner),
            _ => null,
        };

        private static (bool IsKnown, object? Owner) Owner(MemberExpression member, bool isStatic) =>
            isStatic ? (true, null) : Value(member.Expression) is { } owner ? (true, owner) : (false, null);
    }
}
