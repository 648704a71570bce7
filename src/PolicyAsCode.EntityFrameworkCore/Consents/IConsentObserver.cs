namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// A part of the application that acts when a person takes a consent back: it leaves a mailing list, stops a campaign, tells
/// a partner. What it is told is written in the transaction of the withdrawal, and told until it is done.
/// </summary>
public interface IConsentObserver
{
    /// <summary>Its name, which stays the same from release to release: messages that wait name it.</summary>
    string Name { get; }

    /// <summary>
    /// Acts on a withdrawal. An exception means that it is not done: it is told again, also where the answer of a call that
    /// worked was lost. The consent itself no longer stands; one that was given since then may: ask <see cref="IConsents"/>.
    /// </summary>
    /// <param name="withdrawal">What was taken back.</param>
    /// <param name="idempotencyKey">The same whenever the same withdrawal is told again.</param>
    /// <param name="cancel">Stops; it is told again later.</param>
    Task WithdrawnAsync(ConsentWithdrawal withdrawal, string idempotencyKey, CancellationToken cancel);
}
