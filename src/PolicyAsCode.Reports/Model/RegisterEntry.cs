namespace PolicyAsCode.Reports.Model;

/// <summary>An entry of the register of processing: one purpose (GDPR Art. 30(1)(b) to (g)).</summary>
/// <param name="Purpose">The purpose.</param>
/// <param name="Basis">Its lawful basis; null where the policy fails to say.</param>
internal sealed record RegisterEntry(Named Purpose, Named? Basis)
{
    /// <summary>Which legitimate interest; null where not said.</summary>
    public string? Interest { get; init; }

    /// <summary>How consent is asked for, how people opt out or object, in which form: in sentences.</summary>
    public ImmutableArray<string> Conditions { get; init; } = [];

    /// <summary>Whose data.</summary>
    public ImmutableArray<Named> Subjects { get; init; } = [];

    /// <summary>Which data.</summary>
    public ImmutableArray<Named> Categories { get; init; } = [];

    /// <summary>Who gets it, and where.</summary>
    public ImmutableArray<RegisteredRecipient> Recipients { get; init; } = [];

    /// <summary>How long it is kept, and which data: <c>1 year after … (name, e-mail)</c>.</summary>
    public ImmutableArray<RegisteredTime> Retention { get; init; } = [];

    /// <summary>How it is protected.</summary>
    public ImmutableArray<Named> Protections { get; init; } = [];

    /// <summary>By which clause.</summary>
    public required Origin Origin { get; init; }
}

/// <summary>Somebody who gets data for a purpose.</summary>
/// <param name="Recipient">Who.</param>
/// <param name="Where">Where, and by which safeguard; null where not said.</param>
internal sealed record RegisteredRecipient(Named Recipient, string? Where);

/// <summary>A time, and what is kept for it.</summary>
/// <param name="Says">The time, in a sentence.</param>
/// <param name="Categories">What is kept for it.</param>
internal sealed record RegisteredTime(string Says, ImmutableArray<Named> Categories);
