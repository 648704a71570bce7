using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Looks rows up by what is sealed in them.</summary>
public static class SealedQueryExtensions
{
    /// <summary>
    /// The rows whose blind index fits a value. Few bits fit others as well: <see cref="FindSealedAsync"/> leaves them out.
    /// </summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <param name="rows">The rows to look among.</param>
    /// <param name="db">Their context.</param>
    /// <param name="property">The property, with <c>HasBlindIndex()</c>.</param>
    /// <param name="value">The value, in the clear.</param>
    public static IQueryable<TEntity> WhereSealed<TEntity>(
        this IQueryable<TEntity> rows, DbContext db, Expression<Func<TEntity, string?>> property, string value)
        where TEntity : class
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentException.ThrowIfNullOrEmpty(value);
        var column = Column(db, property);
        var fingerprint = column.Index!.Of(value, column.Name, column.Keys);
        var name = IndexOf(((MemberExpression)property.Body).Member.Name);
        return rows.Where(row => EF.Property<string?>(row, name) == fingerprint);
    }

    /// <summary>The rows whose value is equal to one, as the blind index compares them.</summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <param name="rows">The rows to look among.</param>
    /// <param name="db">Their context.</param>
    /// <param name="property">The property, with <c>HasBlindIndex()</c>.</param>
    /// <param name="value">The value, in the clear.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task<List<TEntity>> FindSealedAsync<TEntity>(
        this IQueryable<TEntity> rows, DbContext db, Expression<Func<TEntity, string?>> property, string value,
        CancellationToken cancel = default)
        where TEntity : class
    {
        var index = Column(db, property).Index!;
        var read = property.Compile();
        var wanted = index.Normalised(value);
        var found = await rows.WhereSealed(db, property, value).ToListAsync(cancel).ConfigureAwait(false);
        found.RemoveAll(row => read(row) is not { } held || index.Normalised(held) != wanted);
        return found;
    }

    /// <summary>The name of the property that holds the blind index of another.</summary>
    internal static string IndexOf(string property) => property + "_index";

    private static SealedColumn Column<TEntity>(DbContext db, Expression<Func<TEntity, string?>> property)
    {
        if (property.Body is not MemberExpression { Expression: ParameterExpression } member)
            throw new ArgumentException($"'{property}' is no property of {typeof(TEntity).Name}.", nameof(property));
        var found = db.Model.FindEntityType(typeof(TEntity))?.FindProperty(member.Member.Name);
        return found?.GetValueConverter() is ISealedConverter { Column: { Index: not null } column }
            ? column
            : throw new ArgumentException($"'{property}' has no HasBlindIndex().", nameof(property));
    }
}
