using System.Diagnostics.Metrics;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What can be measured of the run time, in the meter <c>PolicyAsCode</c>.</summary>
internal sealed class PrivacyMetrics : IDisposable
{
    public const string MeterName = "PolicyAsCode";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _sent;
    private readonly Counter<long> _failed;
    private int _overdue;
    private int _unproved;
    private int _dueSoon;
    private int _waiting;
    private int _givenUp;

    public PrivacyMetrics()
    {
        _sent = _meter.CreateCounter<long>("policyascode.outbox.done", description: "Outbox messages that were done");
        _failed = _meter.CreateCounter<long>("policyascode.outbox.failed", description: "Tries of outbox messages that failed");
        _meter.CreateObservableGauge("policyascode.requests.overdue", () => Volatile.Read(ref _overdue), description: "Requests that are late");
        _meter.CreateObservableGauge("policyascode.requests.unproved", () => Volatile.Read(ref _unproved), description: "Requests past their day for which nobody has proved who asks");
        _meter.CreateObservableGauge("policyascode.requests.due_soon", () => Volatile.Read(ref _dueSoon), description: "Requests that are soon late");
        _meter.CreateObservableGauge("policyascode.requests.waiting", () => Volatile.Read(ref _waiting), description: "Requests that wait for their confirmation");
        _meter.CreateObservableGauge("policyascode.outbox.given_up", () => Volatile.Read(ref _givenUp), description: "Outbox messages that a person must look at");
    }

    public void Sent(PrivacyOutboxKind kind) => _sent.Add(1, new KeyValuePair<string, object?>("kind", kind.ToString()));

    public void Failed(PrivacyOutboxKind kind) => _failed.Add(1, new KeyValuePair<string, object?>("kind", kind.ToString()));

    public void Watched(int overdue, int unproved, int dueSoon, int waiting, int givenUp)
    {
        Volatile.Write(ref _overdue, overdue);
        Volatile.Write(ref _unproved, unproved);
        Volatile.Write(ref _dueSoon, dueSoon);
        Volatile.Write(ref _waiting, waiting);
        Volatile.Write(ref _givenUp, givenUp);
    }

    public void Dispose() => _meter.Dispose();
}
