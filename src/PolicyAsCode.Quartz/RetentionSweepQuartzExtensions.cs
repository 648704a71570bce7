using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyAsCode.EntityFrameworkCore;
using Quartz;

namespace PolicyAsCode.Quartz;

/// <summary>Schedules retention sweeps with Quartz.</summary>
public static class RetentionSweepQuartzExtensions
{
    /// <summary>
    /// Sweeps a context by a job, in the controller's time zone. On a clustered store each due sweep runs on one node; one
    /// that was missed while nothing ran is made up for once, and one that a dying node broke off is run again.
    /// A node that starts in the very moment a sweep is due may have it run once more; the second finds nothing due.
    /// </summary>
    /// <typeparam name="TContext">The context, marked <c>[PrivacyOperations]</c>, with <c>AddPrivacyOperations</c>.</typeparam>
    /// <param name="quartz">The scheduler, with <c>UsePersistentStore(store => store.UseClustering()…)</c> for several nodes.</param>
    /// <param name="configure">When, and how.</param>
    public static IQuartzBuilder AddRetentionSweeps<TContext>(
        this IQuartzBuilder quartz, Action<RetentionSweepJobOptions<TContext>>? configure = null)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(quartz);
        var options = new RetentionSweepJobOptions<TContext>();
        configure?.Invoke(options);
        quartz.Services.AddSingleton(options);
        var key = new JobKey(typeof(TContext).Name, "retention");
        quartz.AddJob<RetentionSweepJob<TContext>>(job => job.WithIdentity(key).StoreDurably().RequestRecovery());
        quartz.AddTrigger<RetentionSweepJob<TContext>>((services, trigger) => trigger
            .ForJob(key)
            .WithIdentity(key.Name, key.Group)
            .WithRetryPolicy(RetryPolicy.Exponential(options.Retries, options.RetryAfter, 2, TimeSpan.FromHours(1)))
            .WithCronSchedule(options.Cron, cron => cron
                .InTimeZone(ZoneOf<TContext>(services))
                .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
        return quartz;
    }

    private static TimeZoneInfo ZoneOf<TContext>(IServiceProvider services)
        where TContext : DbContext
    {
        using var scope = services.CreateScope();
        return GeneratedOperations<TContext>.Sweep is { } sweep
            ? sweep(scope.ServiceProvider).Calendar.Zone
            : throw new InvalidOperationException(
                $"AddPrivacyOperations<{typeof(TContext).Name}>() is missing, or nothing was generated for it.");
    }
}
