using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Model;

/// <summary>Something that no program keeps: an organisational measure with an owner and a date of review.</summary>
public sealed record MeasureStatement : Statement
{
    /// <summary>What is done, in a sentence.</summary>
    public required Message Measure { get; init; }

    /// <summary>Articles of laws that it keeps, as they are cited: <c>uu-pdp art. 31</c>.</summary>
    public ImmutableArray<string> Keeps { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Where each of them is written.</summary>
    internal ImmutableArray<FileLocation> KeepsAt { get; init; } = ImmutableArray<FileLocation>.Empty;

    /// <summary>Who sees to it; null where the policy fails to say.</summary>
    public string? Owner { get; init; }

    /// <summary>When it is looked at again; null where the policy fails to say.</summary>
    public CalendarDate? ReviewBy { get; init; }
}
