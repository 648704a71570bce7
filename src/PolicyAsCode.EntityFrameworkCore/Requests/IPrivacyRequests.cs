namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// The requests of people, step by step. Each step is one transaction together with the message that follows from it; a
/// step that was taken before is not taken again and sends nothing again, so that after a lost answer it is simply asked
/// for once more. Two nodes at once take it once.
/// </summary>
public interface IPrivacyRequests
{
    /// <summary>Takes a request in. The time to answer begins, unless the policy counts it from the confirmation.</summary>
    /// <exception cref="ArgumentException">The policy states no such right.</exception>
    /// <exception cref="PrivacyRequestLimitException">Too many came in for the person in 24 hours.</exception>
    Task<PrivacyRequest> ReceiveAsync(NewPrivacyRequest request, CancellationToken cancel = default);

    /// <summary>
    /// Sends a code to the person's registered address; not again within a short while. Of a request that was verified as
    /// well: whoever follows it, or fetches the copy, proves again who they are.
    /// </summary>
    /// <exception cref="PrivacyRequestStepException">Nobody can be reached, or too many were sent for it or to the person.</exception>
    Task SendCodeAsync(Guid id, CancellationToken cancel = default);

    /// <summary>
    /// Looks at an answer that is to prove who asks. After a lost answer the same code is right once more, for as long as it
    /// holds; the number of a request that was verified proves nothing by itself.
    /// </summary>
    Task<IdentityOutcome> VerifyIdentityAsync(Guid id, string answer, CancellationToken cancel = default);

    /// <summary>
    /// Takes the application's word for who asks: the person is signed in, or somebody of its staff has seen a proof.
    /// </summary>
    /// <param name="id">The request.</param>
    /// <param name="how">How it is known: <c>signed-in</c>, <c>id-document seen by dian</c>. It is kept: no name of the person.</param>
    /// <param name="cancel">Stops.</param>
    Task<PrivacyRequest> VouchForIdentityAsync(Guid id, string how, CancellationToken cancel = default);

    /// <summary>Tells the person what comes next, and by when.</summary>
    /// <exception cref="PrivacyRequestStepException">Identity was not verified.</exception>
    /// <exception cref="BeyondCalendarException">The holidays of the deadline's year are not known.</exception>
    Task<PrivacyRequest> ConfirmAsync(Guid id, CancellationToken cancel = default);

    /// <summary>Does what was asked for; nothing brings back what is erased. The person is told when all of it is done.</summary>
    /// <param name="id">The request.</param>
    /// <param name="by">Who of the staff decided it; needed where the policy says <c>evaluated</c>.</param>
    /// <param name="cancel">Rolls back.</param>
    /// <exception cref="PrivacyRequestStepException">It was not confirmed, or nobody decided it.</exception>
    /// <exception cref="PrivacyRequestHeldException">A legal hold lies on the person; nothing was changed.</exception>
    /// <exception cref="PrivacyRequestHiddenException">The person is hidden from the scope that serves it; nothing was changed.</exception>
    Task<PrivacyRequest> ExecuteAsync(Guid id, string? by = null, CancellationToken cancel = default);

    /// <summary>Makes the time to answer longer, once, by as much as the policy allows, and tells the person why.</summary>
    /// <exception cref="PrivacyRequestStepException">The policy allows none, or the time has not begun, or is over.</exception>
    Task<PrivacyRequest> ExtendAsync(Guid id, string reason, CancellationToken cancel = default);

    /// <summary>Turns a request down, and tells the person why.</summary>
    /// <exception cref="PrivacyRequestStepException">It was executed or withdrawn.</exception>
    Task<PrivacyRequest> RefuseAsync(Guid id, string reason, CancellationToken cancel = default);

    /// <summary>Takes a request back, for the person.</summary>
    /// <exception cref="PrivacyRequestStepException">It was executed or refused.</exception>
    Task<PrivacyRequest> WithdrawAsync(Guid id, CancellationToken cancel = default);

    /// <summary>Closes a request whose person was told in another way: they could not be reached by message.</summary>
    /// <exception cref="PrivacyRequestStepException">It is not done.</exception>
    Task<PrivacyRequest> MarkNotifiedAsync(Guid id, CancellationToken cancel = default);

    /// <summary>A request; null if there is none.</summary>
    Task<PrivacyRequest?> FindAsync(Guid id, CancellationToken cancel = default);

    /// <summary>Requests that are not closed, the most urgent first; those whose time has not begun last.</summary>
    Task<IReadOnlyList<PrivacyRequest>> OpenAsync(CancellationToken cancel = default);

    /// <summary>Requests that are not done and late, the latest first.</summary>
    Task<IReadOnlyList<PrivacyRequest>> OverdueAsync(CancellationToken cancel = default);

    /// <summary>Requests that are not done and soon late, the most urgent first.</summary>
    /// <param name="within">How soon; null takes the options'.</param>
    /// <param name="cancel">Stops.</param>
    Task<IReadOnlyList<PrivacyRequest>> DueSoonAsync(TimeSpan? within = null, CancellationToken cancel = default);

    /// <summary>
    /// Requests whose time counts from a confirmation that has not come for days, the oldest first: by the policy they
    /// are never late, and somebody waits all the same.
    /// </summary>
    Task<IReadOnlyList<PrivacyRequest>> WaitingAsync(CancellationToken cancel = default);

    /// <summary>The requests of a person, the newest first.</summary>
    Task<IReadOnlyList<PrivacyRequest>> OfAsync(string subject, string subjectId, CancellationToken cancel = default);

    /// <summary>What was put right about a person, the oldest first: who, when, which fields, never the values.</summary>
    Task<IReadOnlyList<Rectification>> RectificationsAsync(
        string subject, string subjectId, CancellationToken cancel = default);

    /// <summary>The copy that may be fetched for a request; null where none may, or no longer.</summary>
    Task<PrivacyCopy?> CopyAsync(Guid id, CancellationToken cancel = default);

    /// <summary>
    /// Writes the copy that may be fetched for a request, row by row, in the tenant of the request; the stores outside of
    /// the database with it.
    /// </summary>
    /// <param name="id">The request.</param>
    /// <param name="utf8Json">Where to; it stays open.</param>
    /// <param name="language">The language of its labels; null takes the request's.</param>
    /// <param name="cancel">Breaks it off.</param>
    /// <returns>What was written; null where no copy may be fetched, or no longer, and nothing was.</returns>
    Task<ExportReceipt?> WriteCopyAsync(
        Guid id, Stream utf8Json, string? language = null, CancellationToken cancel = default);
}
