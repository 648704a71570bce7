using System.Collections.Immutable;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>A personal field.</summary>
/// <param name="Name">The property; <c>Address.Street</c> for one of an object in the row.</param>
/// <param name="Categories">What it holds, by the vocabulary's keys.</param>
/// <param name="IsAudited">Whether the policy has access and change recorded.</param>
public sealed record AuditedFieldFacts(string Name, ImmutableArray<string> Categories, bool IsAudited);
