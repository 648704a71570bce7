using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Unhealthy while a sweep is overdue, degraded after one that failed:
/// <c>AddHealthChecks().AddCheck&lt;RetentionSweepHealthCheck&lt;ShopContext&gt;&gt;("retention")</c>.
/// </summary>
/// <typeparam name="TContext">The context.</typeparam>
public sealed class RetentionSweepHealthCheck<TContext>(RetentionSweepState<TContext> state) : IHealthCheck
    where TContext : DbContext
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var now = state.Now;
        var data = new Dictionary<string, object>();
        if (now.LastDone is { } done)
            data["lastDone"] = done;
        if (now.Due is { } due)
            data["due"] = due;
        if (now.Failure is { } failure)
            data["failure"] = failure;
        return Task.FromResult(now switch
        {
            { IsOverdue: true } => HealthCheckResult.Unhealthy(
                $"The retention sweep of {typeof(TContext).Name} is overdue by {now.Late}.", data: data),
            { Failure: not null } => HealthCheckResult.Degraded(
                $"The last retention sweep of {typeof(TContext).Name} failed ({now.Failure}).", data: data),
            _ => HealthCheckResult.Healthy(data: data),
        });
    }
}
