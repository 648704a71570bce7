namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>How a retention sweep runs.</summary>
/// <param name="DryRun">Whether to count what a real run would change, and change nothing.</param>
/// <param name="BatchSize">How many rows one statement, and so one transaction, changes at most.</param>
public sealed record SweepOptions(bool DryRun = false, int BatchSize = 1_000)
{
    /// <summary>How many rows one statement, and so one transaction, changes at most.</summary>
    public int BatchSize { get; init; } = BatchSize > 0
        ? BatchSize
        : throw new ArgumentOutOfRangeException(nameof(BatchSize), BatchSize, "A batch holds one row at least.");
}
