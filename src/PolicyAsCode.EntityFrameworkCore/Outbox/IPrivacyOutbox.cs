namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What is to be done outside of the database, for whoever watches over it.</summary>
public interface IPrivacyOutbox
{
    /// <summary>
    /// Does what is due, once through, and the messages about a request that only waited for the one before; what waits for a
    /// copy elsewhere to be erased goes with the next call. The hosted service calls it all the time; a test or a console calls it by hand.
    /// </summary>
    /// <returns>How many messages were done.</returns>
    Task<int> DispatchAsync(CancellationToken cancel = default);

    /// <summary>Messages that are not done, the oldest first.</summary>
    Task<IReadOnlyList<PrivacyOutboxMessage>> PendingAsync(CancellationToken cancel = default);

    /// <summary>Messages that were tried too often and are tried no longer, the oldest first. A person must look.</summary>
    Task<IReadOnlyList<PrivacyOutboxMessage>> GivenUpAsync(CancellationToken cancel = default);

    /// <summary>Has a message tried again, now, and as often as a new one. Nothing happens where it is done.</summary>
    Task RetryAsync(Guid id, CancellationToken cancel = default);

    /// <summary>
    /// Takes a person's word that what a message asks for was done by hand: it counts as done, and what it knew of
    /// anybody goes. Nothing happens where it is done, or being tried.
    /// </summary>
    Task MarkDoneAsync(Guid id, CancellationToken cancel = default);
}
