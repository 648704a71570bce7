namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// How many rows the next batch of a rule takes: a fixed number, or as many as the last one's pace lets fit into the time
/// that a batch may take. It begins small, because what a row of this table costs is not known; at most doubles, so that
/// one quick batch does not make a slow one; and falls as far as it must at once.
/// </summary>
internal sealed class BatchSizing(int? rows, TimeSpan aim)
{
    public const int First = 250;
    public const int Fewest = 100;
    public const int Most = 10_000;

    private const int GrowsBy = 2;

    /// <summary>How many rows the next batch takes at most.</summary>
    public int Next { get; private set; } = rows ?? First;

    /// <summary>
    /// Learns from a batch. One that changed nothing says nothing of what a row costs; and what a transaction costs by
    /// itself, its commit before all, is no less with fewer rows: it takes at most half of the time that a batch may take.
    /// </summary>
    /// <param name="changed">How many rows it changed.</param>
    /// <param name="took">How long its transaction took.</param>
    /// <param name="aside">How much of that went beside the change of the rows.</param>
    public void Learn(int changed, TimeSpan took, TimeSpan aside = default)
    {
        if (rows is not null || changed == 0)
            return;
        var left = aside < aim / 2 ? aim - aside : aim / 2;
        var change = took - aside;
        var fits = change > TimeSpan.Zero ? changed * (left / change) : double.PositiveInfinity;
        // A batch that found fewer rows than it could have taken has shown no pace at which more would be too many.
        if (changed < Next && fits > changed)
            return;
        Next = (int)Math.Clamp(fits, Fewest, Math.Min(Most, Next * GrowsBy));
    }
}
