using System.Collections.Immutable;
using System.ComponentModel;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What the policy says of a category of data.</summary>
/// <param name="Category">The category.</param>
/// <param name="Definition">What it means, in English.</param>
/// <param name="DefinitionInIndonesian">The same in Indonesian; null where the vocabulary has it in English only.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ExportCategory(ExportTerm Category, string Definition, string? DefinitionInIndonesian)
{
    /// <summary>For what it is used.</summary>
    public ImmutableArray<ExportPurpose> Purposes { get; init; } = [];

    /// <summary>Who gets it.</summary>
    public ImmutableArray<ExportRecipient> Recipients { get; init; } = [];

    /// <summary>Where it comes from.</summary>
    public ImmutableArray<ExportSource> Sources { get; init; } = [];

    /// <summary>How long it is kept; null where the policy does not say.</summary>
    public ExportRetention? Retention { get; init; }

    /// <summary>The clauses of the notice.</summary>
    public ImmutableArray<string> Clauses { get; init; } = [];
}
