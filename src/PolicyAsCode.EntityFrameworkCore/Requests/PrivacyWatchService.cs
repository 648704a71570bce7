using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Looks at deadlines for as long as the application runs.</summary>
internal sealed partial class PrivacyWatchService(
    PrivacyWatch watch, TimeProvider time, IOptions<PrivacyRequestOptions> options, ILogger<PrivacyWatchService> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await LookAsync(stoppingToken).ConfigureAwait(false);
                await Task.Delay(options.Value.WatchInterval, time, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The application ends.
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        try
        {
            await watch.LookAsync(cancel).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The database is away, for one: that must not end the service.
        catch (Exception error) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(error.GetType().FullName);
        }
    }

    [LoggerMessage(23, LogLevel.Error, "Deadlines of privacy requests could not be looked at ({Error}); it is tried again")]
    private partial void LogFailed(string? error);
}
