using System.Collections.Immutable;
using System.ComponentModel;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>A field in a copy.</summary>
/// <param name="Name">The property, with the way to it: <c>Home.Street</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ExportField(string Name)
{
    /// <summary>The categories, by key; none for what only makes a row understandable.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>Whether the person has provided it, and it is processed by consent or for a contract.</summary>
    public bool IsPortable { get; init; }

    /// <summary>Whether it is said to be there, and never written: a secret by which somebody is let in.</summary>
    public bool IsWithheld { get; init; }

    /// <summary>Of a collection of objects, what is in each; null for a single value.</summary>
    public ExportItems? Items { get; init; }

    /// <summary>Whether it, or something in it, is personal data.</summary>
    public bool IsPersonal => !Categories.IsEmpty || Items is { } items && items.Fields.Any(inner => inner.IsPersonal);

    /// <summary>Whether it belongs into a copy of that kind.</summary>
    public bool IsIn(ExportKind kind) =>
        kind == ExportKind.Access || IsPortable || !IsPersonal
        || Items is { } items && items.Fields.Any(inner => inner.IsIn(kind) && inner.IsPersonal);
}
