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

    /// <summary>
    /// How long a node that stops answering keeps others from sweeping: its lease, renewed with each batch. At least twice
    /// the context's command timeout is taken, so that no single statement outlasts it.
    /// </summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long to wait between two batches, for the sake of others and of replicas.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>Told how far it has come, after each batch.</summary>
    public IProgress<SweepProgress>? Progress { get; init; }
}
