namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>A lease that this node took, and may have lost since.</summary>
public interface ILease : IAsyncDisposable
{
    /// <summary>What it is about.</summary>
    string Name { get; }

    /// <summary>Greater with each taking: a resource outside of the database knows by it who came later.</summary>
    long Fence { get; }

    /// <summary>
    /// Renews it, if it is still ours. In a transaction it also fences what else is in there: whoever wants to take the
    /// lease waits for its end, and if somebody has taken it, the answer is false and the transaction must not commit.
    /// A node that slept cannot go on believing that it holds it.
    /// </summary>
    Task<bool> RenewAsync(CancellationToken cancel = default);
}
