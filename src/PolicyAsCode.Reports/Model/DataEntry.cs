namespace PolicyAsCode.Reports.Model;

/// <summary>A category that the policy collects.</summary>
/// <param name="Category">The category.</param>
/// <param name="Group">The broadest term above it.</param>
internal sealed record DataEntry(Named Category, Named Group)
{
    /// <summary>Whether it is of a special kind (GDPR Art. 9 and 10, UU PDP art. 4(2)).</summary>
    public bool IsSpecial { get; init; }

    /// <summary>Whether the notice says only that it may be collected.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whom it is about.</summary>
    public ImmutableArray<Named> Subjects { get; init; } = [];

    /// <summary>Where it is collected.</summary>
    public ImmutableArray<Named> Sources { get; init; } = [];

    /// <summary>For what it is used.</summary>
    public ImmutableArray<Named> Purposes { get; init; } = [];

    /// <summary>Who gets it.</summary>
    public ImmutableArray<Named> Recipients { get; init; } = [];

    /// <summary>How it is protected.</summary>
    public ImmutableArray<Named> Protections { get; init; } = [];

    /// <summary>How long it is kept; null where the policy fails to say.</summary>
    public KeptEntry? Kept { get; init; }

    /// <summary>Which code holds it, as far as built code was looked at.</summary>
    public ImmutableArray<HeldIn> HeldIn { get; init; } = [];

    /// <summary>By which clause.</summary>
    public required Origin Origin { get; init; }
}

/// <summary>A member of code that holds data.</summary>
/// <param name="Member">Its type's name and its own.</param>
/// <param name="IsStored">Whether it is a column.</param>
internal readonly record struct HeldIn(string Member, bool IsStored);

/// <summary>Data that is about nobody.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Says">What it is; null where not said.</param>
/// <param name="Purposes">For what.</param>
/// <param name="Origin">By which clause.</param>
internal sealed record NonPersonalEntry(string Name, string? Says, ImmutableArray<Named> Purposes, Origin Origin);
