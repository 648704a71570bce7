using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Seals anew what superseded keys have sealed, for as long as the application runs.</summary>
internal sealed partial class SubjectKeyRotationService(
    ISubjectKeyRotation rotation, TimeProvider time, IOptions<SubjectEncryptionOptions> options,
    ILogger<SubjectKeyRotationService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await RunAsync(stoppingToken).ConfigureAwait(false);
                await Task.Delay(options.Value.PollInterval, time, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The application ends; what is left is done after the next start.
        }
    }

    private async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            var report = await rotation.RunAsync(cancel).ConfigureAwait(false);
            if (report.Resealed + report.Deleted > 0)
                LogRotated(report.Resealed, report.Deleted, report.Waiting);
            foreach (var kind in report.Failures.GroupBy(kind => kind, StringComparer.Ordinal))
                LogLeft(kind.Count(), kind.Key);
        }
#pragma warning disable CA1031 // The database is away, for one: that must not end the service.
        catch (Exception error) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(error.GetType().FullName);
        }
    }

    [LoggerMessage(30, LogLevel.Information, "Keys of people: {Resealed} values sealed anew, {Deleted} keys deleted, {Waiting} wait")]
    private partial void LogRotated(int resealed, int deleted, int waiting);

    [LoggerMessage(32, LogLevel.Error, "{Count} keys of people were left for the next try ({Error}); the others went on")]
    private partial void LogLeft(int count, string error);

    [LoggerMessage(31, LogLevel.Error, "Values could not be sealed anew ({Error}); it is tried again")]
    private partial void LogFailed(string? error);
}
