namespace PolicyAsCode.Language.Model;

/// <summary>Something that no program keeps: an organisational measure with an owner and a date of review.</summary>
public sealed record MeasureStatement : Statement
{
    /// <summary>What is done, in a sentence.</summary>
    public required string Measure { get; init; }

    /// <summary>Who sees to it; null where the policy fails to say.</summary>
    public string? Owner { get; init; }

    /// <summary>When it is looked at again; null where the policy fails to say.</summary>
    public CalendarDate? ReviewBy { get; init; }
}
