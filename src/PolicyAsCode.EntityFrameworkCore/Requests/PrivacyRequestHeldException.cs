namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Nobody was erased, and nothing changed: a legal hold lies on the person. Wait, extend or refuse.</summary>
public sealed class PrivacyRequestHeldException : InvalidOperationException
{
    internal PrivacyRequestHeldException(Guid requestId, ErasureReceipt receipt)
        : base($"Request {requestId} was not executed: a legal hold lies on {string.Join(", ", receipt.Entries.Select(entry => entry.Entity).Distinct())}.") =>
        (RequestId, Receipt) = (requestId, receipt);

    /// <summary>The request.</summary>
    public Guid RequestId { get; }

    /// <summary>What holds.</summary>
    public ErasureReceipt Receipt { get; }
}
