using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// What a change sets, field by field, in EF Core's own words. Where the model has a row lie in one table it becomes one
/// <c>ExecuteUpdate</c>; where EF Core refuses that (several tables of one row, JSON), statements with the model's names.
/// </summary>
/// <typeparam name="TEntity">The entity whose rows are changed.</typeparam>
public sealed class FieldChanges<TEntity>
{
    private readonly List<FieldChange<TEntity>> _all = [];

    internal IReadOnlyList<FieldChange<TEntity>> All => _all;

    /// <summary>Sets a field of the row, or of an object in it, to the same value in all rows.</summary>
    public FieldChanges<TEntity> SetProperty<TProperty>(Expression<Func<TEntity, TProperty>> property, TProperty value)
    {
        _all.Add(new(MemberPath.Of(property.Body), null, value, set => set.SetProperty(property, value)));
        return this;
    }

    /// <summary>Sets a field of each object in a collection of the row.</summary>
    public FieldChanges<TEntity> SetEach<TItem, TProperty>(
        Expression<Func<TEntity, IEnumerable<TItem>>> items, Expression<Func<TItem, TProperty>> property, TProperty value)
    {
        _all.Add(new(MemberPath.Of(items.Body), MemberPath.Of(property.Body), value, null));
        return this;
    }
}

/// <summary>One field that is set.</summary>
/// <param name="Path">The members that lead to it; of a collection's field, to the collection.</param>
/// <param name="ItemPath">Those from an element to its field; null for a field of the row.</param>
/// <param name="Value">What it is set to.</param>
/// <param name="Apply">Sets it by EF Core; null for a field of a collection's elements.</param>
internal sealed record FieldChange<TEntity>(
    IReadOnlyList<string> Path, IReadOnlyList<string>? ItemPath, object? Value, Action<UpdateSettersBuilder<TEntity>>? Apply);
