namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>By how much an answer may be late, once.</summary>
/// <param name="Within">The further time.</param>
/// <param name="IsExplained">Whether the person is told why, and until when.</param>
public sealed record AnswerExtension(AnswerTime Within, bool IsExplained);
