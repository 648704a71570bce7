using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Writes, seals and prunes for as long as the application runs, and once more when it ends.</summary>
internal sealed partial class AuditService(AuditTrail trail, TimeProvider time, ILogger<AuditService> log) : BackgroundService
{
    private static readonly TimeSpan s_pruneEvery = TimeSpan.FromHours(1);

    private DateTimeOffset? _pruned;
    private bool _isSaid;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await RunAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await RunAsync(stoppingToken).ConfigureAwait(false);
                await Task.Delay(trail.Options.Interval, time, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The application ends; StopAsync writes what is left.
        }
    }

    private async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            await trail.FlushAsync(cancel).ConfigureAwait(false);
            await trail.SealAsync(cancel).ConfigureAwait(false);
            if (trail.IsReplaced && !_isSaid)
                LogReplaced();
            _isSaid = trail.IsReplaced;
            var now = time.GetUtcNow();
            if (trail.Options.KeepFor is { } keep && !(now - _pruned < s_pruneEvery))
            {
                _pruned = now;
                await trail.PruneAsync(now - keep, cancel).ConfigureAwait(false);
            }
        }
#pragma warning disable CA1031 // The database is away, for one: that must not end the service.
        catch (Exception error) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(error.GetType().FullName);
        }
    }

    [LoggerMessage(31, LogLevel.Error, "The audit trail could not be written or sealed ({Error}); it is tried again")]
    private partial void LogFailed(string? error);

    [LoggerMessage(32, LogLevel.Critical, "The chain of the audit trail is another than the one that its anchor knows; the anchor is told no more: verify the trail")]
    private partial void LogReplaced();
}
