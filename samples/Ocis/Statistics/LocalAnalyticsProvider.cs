using System.Collections.Concurrent;

namespace Ocis.Statistics;

/// <summary>Stands in for the provider: it keeps what it was told.</summary>
public sealed class LocalAnalyticsProvider : IAnalyticsProvider
{
    private readonly ConcurrentQueue<PseudonymousVisit> _received = new();

    public IReadOnlyCollection<PseudonymousVisit> Received => _received;

    public Task ReceiveAsync(IReadOnlyList<PseudonymousVisit> visits, CancellationToken cancel)
    {
        foreach (var visit in visits)
            _received.Enqueue(visit);
        return Task.CompletedTask;
    }
}
