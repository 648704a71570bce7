namespace PolicyAsCode.EntityFrameworkCore.Tests.Running;

internal sealed class FixedTime(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
