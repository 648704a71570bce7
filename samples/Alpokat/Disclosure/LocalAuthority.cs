using System.Collections.Concurrent;

namespace Alpokat.Disclosure;

/// <summary>Stands in for an authority's letter box where somebody develops: it keeps the last few of what it was handed.</summary>
public sealed class LocalAuthority : IAuthority
{
    private const int Kept = 10;

    private readonly ConcurrentQueue<DisclosedMerchant> _received = new();
    private readonly ConcurrentQueue<ReportedSignal> _signals = new();

    public IReadOnlyCollection<DisclosedMerchant> Received => _received;

    public IReadOnlyCollection<ReportedSignal> Signals => _signals;

    public int HandedOver => _received.Count;

    public int Reported => _signals.Count;

    public Task HandOverAsync(string reference, DisclosedMerchant merchant, CancellationToken cancel)
    {
        _received.Enqueue(merchant);
        while (_received.Count > Kept)
            _received.TryDequeue(out _);
        return Task.CompletedTask;
    }

    public Task ReportAsync(ReportedSignal signal, CancellationToken cancel)
    {
        _signals.Enqueue(signal);
        while (_signals.Count > Kept)
            _signals.TryDequeue(out _);
        return Task.CompletedTask;
    }
}
