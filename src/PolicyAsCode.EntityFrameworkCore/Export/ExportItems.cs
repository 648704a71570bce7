using System.Collections;
using System.Collections.Immutable;
using System.ComponentModel;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What is in each object of a collection that a row holds.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ExportItems
{
    private readonly Func<IEnumerable, IEnumerable<object?[]>> _read;

    private ExportItems(ImmutableArray<ExportField> fields, Func<IEnumerable, IEnumerable<object?[]>> read) =>
        (Fields, _read) = (fields, read);

    /// <summary>The fields of an object.</summary>
    public ImmutableArray<ExportField> Fields { get; }

    /// <summary>The objects of a row's collection.</summary>
    /// <param name="collection">The collection: it says of what, and is read by the database's query.</param>
    /// <param name="read">The values of an object, in the order of the fields.</param>
    /// <param name="fields">The fields.</param>
    public static ExportItems Of<TEntity, TItem>(
        Func<TEntity, IEnumerable<TItem>?> collection, Func<TItem, object?[]> read, ImmutableArray<ExportField> fields)
    {
        ArgumentNullException.ThrowIfNull(collection);
        return new(fields, items => items.Cast<TItem>().Select(read));
    }

    /// <summary>The objects of a collection in another: they were read with the outer ones.</summary>
    public static ExportItems Within(ImmutableArray<ExportField> fields) => new(fields, items => items.Cast<object?[]>());

    internal IEnumerable<object?[]> Read(object? collection) => collection is IEnumerable items ? _read(items) : [];
}
