namespace Ocis.Transfers;

/// <summary>Who buys OCIS, or a part of it [OCIS-3.3].</summary>
[Recipient(Recipients.Acquirer)]
public interface IAcquirer
{
    Task ReceiveAsync(IReadOnlyList<TransferredUser> users, CancellationToken cancel);
}
