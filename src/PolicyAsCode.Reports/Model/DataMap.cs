namespace PolicyAsCode.Reports.Model;

/// <summary>Where a place of the map stands.</summary>
internal enum MapColumn
{
    /// <summary>Categories of data, or groups of them.</summary>
    Data,

    /// <summary>Purposes.</summary>
    Purpose,

    /// <summary>Recipients, and the controller itself.</summary>
    Recipient,
}

/// <summary>Where data goes: from categories to purposes to recipients.</summary>
/// <param name="Places">The places, column by column, from top to bottom.</param>
/// <param name="Flows">What goes from one to the next.</param>
internal sealed record DataMap(ImmutableArray<MapPlace> Places, ImmutableArray<MapFlow> Flows)
{
    /// <summary>How many categories it shows one by one; of more, it shows groups.</summary>
    public const int MostCategories = 80;

    /// <summary>Whether it shows groups of categories instead of each.</summary>
    public bool IsGrouped { get; init; }
}

/// <summary>A place of the map.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Name">What it is.</param>
/// <param name="Group">Of a category, its broadest term; of others, nothing.</param>
/// <param name="IsController">Whether it stands for the controller itself.</param>
internal sealed record MapPlace(MapColumn Column, Named Name, Named Group, bool IsController = false);

/// <summary>What goes from one place to another.</summary>
/// <param name="From">The index of the place that it comes from.</param>
/// <param name="To">The index of the place that it goes to.</param>
/// <param name="Weight">How many categories.</param>
internal readonly record struct MapFlow(int From, int To, int Weight);
