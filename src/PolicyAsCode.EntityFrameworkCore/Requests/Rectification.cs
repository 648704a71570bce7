using System.Collections.Immutable;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// That something was put right: who, when, which fields. What was there before and what is there now it does not say:
/// the old value was wrong and nobody needs it any longer, and the new one is where it belongs.
/// </summary>
/// <param name="RequestId">The request that asked for it.</param>
/// <param name="At">When.</param>
/// <param name="By">Who, as the application calls its staff; null where it was served by itself.</param>
/// <param name="Fields">The fields that were changed.</param>
public sealed record Rectification(Guid RequestId, DateTimeOffset At, string? By, ImmutableArray<string> Fields);
