namespace Ocis.Transfers;

/// <summary>Stands in for who buys OCIS: it counts of how many people it was told.</summary>
public sealed class LocalAcquirer : IAcquirer
{
    public int Received { get; private set; }

    public Task ReceiveAsync(IReadOnlyList<TransferredUser> users, CancellationToken cancel)
    {
        Received += users.Count;
        return Task.CompletedTask;
    }
}
