namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>How a retention sweep ended.</summary>
public enum SweepOutcome
{
    /// <summary>It went through: nothing is left whose time was over when it began.</summary>
    Done,

    /// <summary>It did not begin: another node holds the lease, and sweeps.</summary>
    RunsElsewhere,

    /// <summary>It slept for longer than its lease, and another node took over; what it had done stays done.</summary>
    TakenOver,

    /// <summary>It is still running, or the process ended before it did.</summary>
    Begun,

    /// <summary>Some of its rules failed; the others are through.</summary>
    Failed,

    /// <summary>It was asked to stop, and stopped between two batches.</summary>
    Cancelled,
}
