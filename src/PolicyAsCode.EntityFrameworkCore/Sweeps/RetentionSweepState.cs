using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>How the background sweeps of a context are doing, as this node knows it.</summary>
/// <typeparam name="TContext">The context.</typeparam>
public sealed class RetentionSweepState<TContext>
    where TContext : DbContext
{
    private readonly Lock _lock = new();
    private Snapshot _now = new(null, null, null, TimeSpan.Zero, false);

    /// <summary>What is known at this moment.</summary>
    public Snapshot Now
    {
        get
        {
            lock (_lock)
                return _now;
        }
    }

    internal void Change(Func<Snapshot, Snapshot> change)
    {
        lock (_lock)
            _now = change(_now);
    }

    /// <summary>What was known at one moment.</summary>
    /// <param name="LastDone">When the last sweep began that went through, on whichever node.</param>
    /// <param name="Due">When a sweep was due last.</param>
    /// <param name="Failure">The kind of what went wrong last; null after a sweep that went through.</param>
    /// <param name="Late">For how long the due one has not gone through.</param>
    /// <param name="IsOverdue">Whether that is longer than allowed.</param>
    public sealed record Snapshot(
        DateTimeOffset? LastDone, DateTimeOffset? Due, string? Failure, TimeSpan Late, bool IsOverdue);
}
