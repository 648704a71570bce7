using System.Collections.Immutable;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>The personal fields of an entity that are those of one kind of person.</summary>
/// <param name="Type">Its class.</param>
/// <param name="Subject">The kind of person, as their erasure calls it; null where no path leads to one.</param>
/// <param name="Path">The references to the person's record; none for the record itself.</param>
/// <param name="Fields">The fields.</param>
public sealed record AuditedEntityFacts(
    Type Type, string? Subject, ImmutableArray<ReferenceFacts> Path, ImmutableArray<AuditedFieldFacts> Fields)
{
    /// <summary>
    /// Other ways by which a row can be somebody's of the kind: the other side of what two people share, and what leads to
    /// somebody where the nearest way leads to nobody.
    /// </summary>
    public ImmutableArray<ImmutableArray<ReferenceFacts>> Further { get; init; } = [];
}
