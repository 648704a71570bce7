using Microsoft.Extensions.Logging;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What sweeps log: names of the code and of the policy, counts, kinds of exceptions. Never a value of a row.</summary>
internal static partial class SweepLog
{
    public const string Category = "PolicyAsCode.Retention";

    [LoggerMessage(1, LogLevel.Information, "The sweep {Run} of {Plan} begins")]
    public static partial void Begins(ILogger log, Guid run, string plan);

    [LoggerMessage(2, LogLevel.Debug, "{Entity}: a batch of {Rows} rows, {Action} ({Reason})")]
    public static partial void Batch(ILogger log, string entity, int rows, PrivacyAction action, string reason);

    [LoggerMessage(3, LogLevel.Information, "{Entity}: {Rows} rows, {Action} ({Reason})")]
    public static partial void Rule(ILogger log, string entity, int rows, PrivacyAction action, string reason);

    [LoggerMessage(4, LogLevel.Information, "The sweep {Run} of {Plan} ended ({Outcome}): {Rows} rows in {Seconds:0.0} s")]
    public static partial void Ends(ILogger log, Guid run, string plan, SweepOutcome outcome, int rows, double seconds);

    [LoggerMessage(5, LogLevel.Information, "The sweep of {Plan} runs on another node")]
    public static partial void RunsElsewhere(ILogger log, string plan);

    [LoggerMessage(6, LogLevel.Warning, "The sweep {Run} of {Plan} lost its lease; another node goes on")]
    public static partial void TakenOver(ILogger log, Guid run, string plan);

    // The kind of an exception only: its words may quote a row (a key that stands in the way, for one).
    [LoggerMessage(7, LogLevel.Error, "Step {Step} of the sweep {Run} of {Plan} failed: {Kind} ({State})")]
    public static partial void StepFailed(ILogger log, int step, Guid run, string plan, string kind, string? state);

    [LoggerMessage(8, LogLevel.Error, "The sweep of {Plan} failed ({Kind}); the next try is at {Next:O}")]
    public static partial void Failed(ILogger log, string plan, string kind, DateTimeOffset next);

    [LoggerMessage(9, LogLevel.Warning, "The sweep of {Plan} was due at {Due:O} and has not gone through yet")]
    public static partial void Overdue(ILogger log, string plan, DateTimeOffset due);

    [LoggerMessage(10, LogLevel.Information, "No index begins with {Entity}.{Anchor}, by which expired rows are found: each batch reads the whole table")]
    public static partial void NoIndex(ILogger log, string entity, string anchor);
}
