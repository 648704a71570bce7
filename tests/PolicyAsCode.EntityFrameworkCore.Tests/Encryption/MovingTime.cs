namespace PolicyAsCode.EntityFrameworkCore.Tests.Encryption;

/// <summary>A clock that is put forward by hand.</summary>
internal sealed class MovingTime : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 15, 5, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public void Pass(TimeSpan time) => _now += time;
}
