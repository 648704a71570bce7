namespace PolicyAsCode.EntityFrameworkCore.Tests.Requests;

/// <summary>A clock that a test moves.</summary>
internal sealed class DeskClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now.ToUniversalTime();

    public override DateTimeOffset GetUtcNow() => Now;

    public void Pass(TimeSpan time) => Now += time;
}
