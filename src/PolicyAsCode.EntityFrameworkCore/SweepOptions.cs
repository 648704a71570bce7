namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>How a retention sweep runs.</summary>
/// <param name="DryRun">Whether to count what a real run would change, and change nothing.</param>
/// <param name="BatchSize">
/// How many rows one statement, and so one transaction, changes at most; null measures: see <see cref="SweepOptions.BatchDuration"/>.
/// </param>
public sealed record SweepOptions(bool DryRun = false, int? BatchSize = null)
{
    /// <summary>
    /// How many rows one statement, and so one transaction, changes at most. Null takes as many as fit into
    /// <see cref="BatchDuration"/>, between 100 and 10,000: what a row costs is another thing for each table and each hour.
    /// </summary>
    public int? BatchSize { get; init; } = BatchSize is null or > 0
        ? BatchSize
        : throw new ArgumentOutOfRangeException(nameof(BatchSize), BatchSize, "A batch holds one row at least.");

    /// <summary>
    /// How long the transaction of a batch is to take, and so how long a row is locked, where no <see cref="BatchSize"/> is
    /// said: 30 ms, so that a row may cost three times what the last ones did before anybody waits for a tenth of a second. It is
    /// aimed at and no limit: a disk that stands still, or a lock of somebody else's, holds a batch up.
    /// </summary>
    public TimeSpan BatchDuration
    {
        get;
        init => field = value > TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(BatchDuration), value, "A batch takes some time.");
    } = TimeSpan.FromMilliseconds(30);

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
