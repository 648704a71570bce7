namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What people agreed to, and the proof of what they were shown.</summary>
public interface IConsents
{
    /// <summary>Whether a person's consent to a purpose stands. Ask before each use: it can be taken back at any moment.</summary>
    /// <param name="subject">The kind of person, such as <c>customer</c>.</param>
    /// <param name="subjectId">The key of their row, as text.</param>
    /// <param name="purpose">The purpose.</param>
    /// <param name="cancel">Stops.</param>
    [Gate("consent")]
    Task<bool> IsGivenAsync(string subject, string subjectId, string purpose, CancellationToken cancel = default);

    /// <summary>
    /// Records that a person agrees, and what they were shown. Where they had agreed to the very same text before,
    /// nothing is added.
    /// </summary>
    /// <param name="subject">The kind of person, such as <c>customer</c>.</param>
    /// <param name="subjectId">The key of their row, as text.</param>
    /// <param name="purpose">The purpose.</param>
    /// <param name="shown">What they were shown.</param>
    /// <param name="through">How they agreed: <c>form</c>, <c>in-app</c>, <c>phone</c>.</param>
    /// <param name="cancel">Stops.</param>
    Task GiveAsync(
        string subject, string subjectId, string purpose, ConsentText shown, string through, CancellationToken cancel = default);

    /// <summary>
    /// Records that a person takes it back: it holds from this moment on, and each <see cref="IConsentObserver"/> is told. Nothing
    /// happens where none stands.
    /// </summary>
    /// <param name="subject">The kind of person, such as <c>customer</c>.</param>
    /// <param name="subjectId">The key of their row, as text.</param>
    /// <param name="purpose">The purpose; null for all of them.</param>
    /// <param name="through">How they took it back.</param>
    /// <param name="cancel">Stops.</param>
    Task WithdrawAsync(
        string subject, string subjectId, string? purpose, string through, CancellationToken cancel = default);

    /// <summary>Everything that a person ever agreed to, the oldest first: the proof.</summary>
    /// <param name="subject">The kind of person, such as <c>customer</c>.</param>
    /// <param name="subjectId">The key of their row, as text.</param>
    /// <param name="cancel">Stops.</param>
    Task<IReadOnlyList<PrivacyConsent>> HistoryAsync(string subject, string subjectId, CancellationToken cancel = default);
}
