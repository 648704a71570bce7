using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.Quartz;

/// <summary>When a context is swept, and how.</summary>
/// <typeparam name="TContext">The context, marked <c>[PrivacyOperations]</c>.</typeparam>
public sealed class RetentionSweepJobOptions<TContext>
    where TContext : DbContext
{
    /// <summary>When, as a cron expression of Quartz, in the controller's time zone; three at night without it.</summary>
    public string Cron { get; set; } = "0 0 3 * * ?";

    /// <summary>How often a sweep is tried again that failed, or that another node seems to do.</summary>
    public int Retries { get; set; } = 8;

    /// <summary>How long to wait before the first of them; each later one waits twice as long, an hour at most.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>How each sweep runs.</summary>
    public SweepOptions Sweep { get; set; } = new();
}
