namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>When a context is swept in the background, and how.</summary>
public sealed class RetentionSweepOptions
{
    /// <summary>The time of day, in the controller's time zone. Nothing expires but at the beginning of a day there.</summary>
    public TimeOnly At { get; set; } = new(3, 0);

    /// <summary>Up to how much later it begins: each node and context by an amount of its own, so that not all begin at once.</summary>
    public TimeSpan Jitter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether a sweep that was missed while nothing ran is done at the start, not at the next time of day.</summary>
    public bool CatchUp { get; set; } = true;

    /// <summary>How long to wait after a failure, or while another node sweeps.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>After how long a sweep that was due and has not gone through is a broken promise: unhealthy, and logged.</summary>
    public TimeSpan OverdueAfter { get; set; } = TimeSpan.FromHours(6);

    /// <summary>How each sweep runs.</summary>
    public SweepOptions Sweep { get; set; } = new();
}
