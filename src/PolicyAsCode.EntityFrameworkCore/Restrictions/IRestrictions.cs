namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Whose data must not be used, for what: the gates that code asks before it uses any.</summary>
public interface IRestrictions
{
    /// <summary>Whether no restriction forbids to use a person's data for a purpose.</summary>
    /// <param name="subject">The kind of person, such as <c>customer</c>.</param>
    /// <param name="subjectId">The key of their row, as text.</param>
    /// <param name="purpose">The purpose.</param>
    /// <param name="cancel">Stops.</param>
    [Gate("no-restriction")]
    Task<bool> IsUnrestrictedAsync(string subject, string subjectId, string purpose, CancellationToken cancel = default);

    /// <summary>Whether the person did not object to a purpose.</summary>
    /// <param name="subject">The kind of person, such as <c>customer</c>.</param>
    /// <param name="subjectId">The key of their row, as text.</param>
    /// <param name="purpose">The purpose.</param>
    /// <param name="cancel">Stops.</param>
    [Gate("no-objection")]
    Task<bool> HasNotObjectedAsync(string subject, string subjectId, string purpose, CancellationToken cancel = default);

    /// <summary>
    /// The keys of all people of a kind whose data must not be used for a purpose, for either reason: to leave them out
    /// of a set in one statement.
    /// </summary>
    /// <param name="subject">The kind of person, such as <c>customer</c>.</param>
    /// <param name="purpose">The purpose.</param>
    /// <param name="cancel">Stops.</param>
    Task<IReadOnlySet<string>> SubjectsAsync(string subject, string purpose, CancellationToken cancel = default);

    /// <summary>Everything that stands for a person.</summary>
    /// <param name="subject">The kind of person, such as <c>customer</c>.</param>
    /// <param name="subjectId">The key of their row, as text.</param>
    /// <param name="cancel">Stops.</param>
    Task<IReadOnlyList<PrivacyRestriction>> StandingAsync(
        string subject, string subjectId, CancellationToken cancel = default);

    /// <summary>Lifts one. The person is to be told before (GDPR Art. 18(3)); nothing happens where it was lifted before.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="because">Why, as the person was told.</param>
    /// <param name="cancel">Stops.</param>
    Task LiftAsync(Guid id, string because, CancellationToken cancel = default);
}
