using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Works the outbox off for as long as the application runs.</summary>
internal sealed partial class PrivacyOutboxService(
    IPrivacyOutbox outbox, TimeProvider time, IOptions<PrivacyOutboxOptions> options, ILogger<PrivacyOutboxService> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                if (await DispatchAsync(stoppingToken).ConfigureAwait(false) == 0)
                    await Task.Delay(options.Value.PollInterval, time, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The application ends; what is left is done after the next start.
        }
    }

    private async Task<int> DispatchAsync(CancellationToken cancel)
    {
        try
        {
            return await outbox.DispatchAsync(cancel).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The database is away, for one: that must not end the service.
        catch (Exception error) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(error.GetType().FullName);
            return 0;
        }
    }

    [LoggerMessage(13, LogLevel.Error, "The privacy outbox could not be worked off ({Error}); it is tried again")]
    private partial void LogFailed(string? error);
}
