using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyAsCode.EntityFrameworkCore;
using Quartz;

namespace PolicyAsCode.Quartz;

/// <summary>Sweeps a context once. Registered and scheduled by <c>AddRetentionSweeps</c>.</summary>
/// <typeparam name="TContext">The context, marked <c>[PrivacyOperations]</c>.</typeparam>
[DisallowConcurrentExecution]
public sealed class RetentionSweepJob<TContext> : IJob
    where TContext : DbContext
{
    private readonly IServiceScopeFactory _scopes;
    private readonly RetentionSweepJobOptions<TContext> _options;

    /// <summary>Created by Quartz.</summary>
    public RetentionSweepJob(IServiceScopeFactory scopes, RetentionSweepJobOptions<TContext> options) =>
        (_scopes, _options) = (scopes, options);

    /// <inheritdoc/>
    /// <exception cref="JobExecutionException">
    /// Another node holds the lease, perhaps one that is no more: the trigger's retry policy tries again.
    /// </exception>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var scope = _scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var report = await GeneratedOperations<TContext>.Sweep!(scope.ServiceProvider)
                .SweepAsync(_options.Sweep, cancellationToken).ConfigureAwait(false);
            if (report.Outcome != SweepOutcome.Done)
                throw new JobExecutionException($"The sweep of {typeof(TContext).Name} did not go through here: {report.Outcome}.");
        }
    }
}
