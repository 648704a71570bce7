namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Until when a request is to be answered.</summary>
/// <param name="LastDay">The last local day on which an answer is in time.</param>
/// <param name="LateFrom">From this moment on it is late.</param>
public readonly record struct AnswerDeadline(DateOnly LastDay, DateTimeOffset LateFrom);
