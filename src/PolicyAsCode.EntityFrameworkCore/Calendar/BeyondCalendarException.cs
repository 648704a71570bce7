namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>A deadline lies past the years whose holidays are known. It is never guessed.</summary>
public sealed class BeyondCalendarException(string message) : InvalidOperationException(message);
