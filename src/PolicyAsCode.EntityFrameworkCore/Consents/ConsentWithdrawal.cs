using System.Collections.Immutable;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>That a person took back what they had agreed to.</summary>
/// <param name="Subject">The kind of person, such as <c>customer</c>.</param>
/// <param name="SubjectId">The key of their row, as text.</param>
/// <param name="Purposes">The purposes for which a consent stood, and stands no longer.</param>
/// <param name="Through">How they took it back: <c>in-app</c>, <c>request</c>.</param>
/// <param name="At">When.</param>
public sealed record ConsentWithdrawal(
    string Subject, string SubjectId, ImmutableArray<string> Purposes, string Through, DateTimeOffset At);
