namespace PolicyAsCode.Reports.Model;

/// <summary>A cookie or another tracker.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsTracker">Whether it is another means of tracking.</param>
/// <param name="IsEssential">Whether the service cannot work without it.</param>
internal sealed record CookieEntry(string Name, bool IsTracker, bool IsEssential)
{
    /// <summary>For what.</summary>
    public ImmutableArray<Named> Purposes { get; init; } = [];

    /// <summary>What must be proved before it is set; null where nothing.</summary>
    public Named? After { get; init; }

    /// <summary>How long it stays; null where not said.</summary>
    public string? Kept { get; init; }

    /// <summary>Who reads it, where that is somebody else.</summary>
    public Named? Recipient { get; init; }

    /// <summary>Where it can be refused.</summary>
    public ImmutableArray<Named> Refusable { get; init; } = [];

    /// <summary>By which clause.</summary>
    public required Origin Origin { get; init; }
}

/// <summary>Something that a statement says, in a sentence.</summary>
/// <param name="Says">The sentence.</param>
/// <param name="Origin">By which clause.</param>
internal sealed record SaidEntry(string Says, Origin Origin);
