namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// How many rows the next batch of a rule takes: a fixed number, or as many as the last one's pace lets fit into the time
/// that a batch may take. It begins small, because what a row of this table costs is not known; at most doubles, so that
/// one quick batch does not make a slow one; and falls as far as it must at once.
/// </summary>
internal sealed class BatchSizing(int? rows, TimeSpan aim)
{
    public const int First = 250;
    public const int Fewest = 10;
    public const int Most = 10_000;

    private const int GrowsBy = 2;

    /// <summary>How many rows the next batch takes at most.</summary>
    public int Next { get; private set; } = rows ?? First;

    /// <summary>Learns from a batch. One that changed nothing says nothing of what a row costs.</summary>
    /// <param name="changed">How many rows it changed.</param>
    /// <param name="took">How long its transaction took.</param>
    public void Learn(int changed, TimeSpan took)
    {
        if (rows is not null || changed == 0)
            return;
        var fits = took > TimeSpan.Zero ? changed * (aim / took) : double.PositiveInfinity;
        // A batch that found fewer rows than it could have taken has shown no pace at which more would be too many.
        if (changed < Next && fits > changed)
            return;
        Next = (int)Math.Clamp(fits, Fewest, Math.Min(Most, Next * GrowsBy));
    }
}
