using System.Collections.Immutable;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>A person's side of a row that can be of two.</summary>
/// <param name="Reference">The reference to the person.</param>
/// <param name="Fields">The fields that are named after it; what is named after no side is both people's.</param>
public sealed record SideFacts(ReferenceFacts Reference, ImmutableArray<string> Fields);
