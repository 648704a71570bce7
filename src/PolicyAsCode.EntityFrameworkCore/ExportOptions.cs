namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What a copy holds, and how it speaks.</summary>
/// <param name="Kind">By which right it is asked for.</param>
/// <param name="Language">The language of its labels: <c>en</c> or <c>id</c>; English for every other.</param>
public sealed record ExportOptions(ExportKind Kind = ExportKind.Access, string Language = "en")
{
    /// <summary>Stores outside of the database, whose copies are written behind the rows.</summary>
    public IReadOnlyCollection<ISubjectDataStore> Stores { get; init; } = [];

    /// <summary>
    /// The application's own words for an entity (<c>Order</c>) or a field (<c>Order.PlacedAt</c>); null where it has none,
    /// and the label is made of the category's and the name.
    /// </summary>
    public Func<string, string?>? Label { get; init; }
}
