namespace Alpokat.Disclosure;

/// <summary>Stands in for an authority's letter box: it counts what it was handed.</summary>
public sealed class LocalAuthority : IAuthority
{
    private int _handedOver;
    private int _reported;

    public int HandedOver => _handedOver;

    public int Reported => _reported;

    public Task HandOverAsync(string reference, DisclosedMerchant merchant, CancellationToken cancel)
    {
        Interlocked.Increment(ref _handedOver);
        return Task.CompletedTask;
    }

    public Task ReportAsync(ReportedSignal signal, CancellationToken cancel)
    {
        Interlocked.Increment(ref _reported);
        return Task.CompletedTask;
    }
}
