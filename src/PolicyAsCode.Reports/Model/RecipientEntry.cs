namespace PolicyAsCode.Reports.Model;

/// <summary>Somebody who gets data.</summary>
/// <param name="Recipient">Who.</param>
/// <param name="Role">As what; null where not said.</param>
internal sealed record RecipientEntry(Named Recipient, Named? Role)
{
    /// <summary>What it gets.</summary>
    public ImmutableArray<Named> Receives { get; init; } = [];

    /// <summary>In which form.</summary>
    public required Named Form { get; init; }

    /// <summary>For what.</summary>
    public ImmutableArray<Named> Purposes { get; init; } = [];

    /// <summary>Where.</summary>
    public ImmutableArray<Named> Regions { get; init; } = [];

    /// <summary>What makes a transfer abroad lawful; null where not said.</summary>
    public Named? Safeguard { get; init; }

    /// <summary>The contract that binds it; null where none is stated.</summary>
    public string? Contract { get; init; }

    /// <summary>Under which conditions, in words.</summary>
    public ImmutableArray<string> Conditions { get; init; } = [];

    /// <summary>By which clause.</summary>
    public required Origin Origin { get; init; }
}
