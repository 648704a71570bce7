namespace JovaPos.Deliveries;

/// <summary>Stands in for the delivery provider on a developer's machine.</summary>
public sealed class LocalDeliveryProvider : IDeliveryProvider
{
    private int _parcels;

    public Task<string> AnnounceAsync(DeliveryLabel label, CancellationToken cancel) =>
        Task.FromResult($"LOCAL-{Interlocked.Increment(ref _parcels):D6}");
}
