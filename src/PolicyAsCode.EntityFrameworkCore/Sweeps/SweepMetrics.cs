using System.Diagnostics.Metrics;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What sweeps tell to whoever listens to <see cref="MeterName"/>. Counts and names of the code, nothing of anybody.</summary>
public static class SweepMetrics
{
    /// <summary>The meter's name, for <c>AddMeter</c>.</summary>
    public const string MeterName = "PolicyAsCode.Retention";

    private static readonly Meter s_meter = new(MeterName);

    private static readonly Counter<long> s_rows = s_meter.CreateCounter<long>(
        "policyascode.sweep.rows", "{row}", "Rows that sweeps changed.");

    private static readonly Counter<long> s_batches = s_meter.CreateCounter<long>(
        "policyascode.sweep.batches", "{batch}", "Batches, each a transaction.");

    private static readonly Histogram<double> s_batchDuration = s_meter.CreateHistogram<double>(
        "policyascode.sweep.batch.duration", "s", "How long a batch took: no row is locked for longer.");

    private static readonly Histogram<double> s_duration = s_meter.CreateHistogram<double>(
        "policyascode.sweep.duration", "s", "How long a sweep took.");

    private static readonly Gauge<double> s_overdue = s_meter.CreateGauge<double>(
        "policyascode.sweep.overdue", "s", "How long a sweep that was due has not gone through; 0 where none is.");

    internal static void Batch(string plan, PrivacyRule rule, int rows, TimeSpan took)
    {
        KeyValuePair<string, object?>[] tags =
            [new("plan", plan), new("entity", rule.Entity), new("action", rule.Action.ToString()), new("rule", rule.Reason)];
        s_rows.Add(rows, tags);
        s_batches.Add(1, tags);
        s_batchDuration.Record(took.TotalSeconds, tags);
    }

    internal static void Ended(string plan, SweepOutcome outcome, TimeSpan took) =>
        s_duration.Record(took.TotalSeconds, new("plan", plan), new KeyValuePair<string, object?>("outcome", outcome.ToString()));

    internal static void Overdue(string plan, TimeSpan since) =>
        s_overdue.Record(since.TotalSeconds, new KeyValuePair<string, object?>("plan", plan));
}
