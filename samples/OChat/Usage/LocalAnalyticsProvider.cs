namespace OChat.Usage;

/// <summary>Stands in for the provider: it keeps what it was given.</summary>
public sealed class LocalAnalyticsProvider : IAnalyticsProvider
{
    private readonly List<PseudonymousVisit> _received = [];

    public IReadOnlyList<PseudonymousVisit> Received => _received;

    public Task ReceiveAsync(IReadOnlyList<PseudonymousVisit> visits, CancellationToken cancel)
    {
        _received.AddRange(visits);
        return Task.CompletedTask;
    }
}
