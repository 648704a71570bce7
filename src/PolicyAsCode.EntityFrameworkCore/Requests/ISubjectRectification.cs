namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Puts right what is wrong about a person. The application knows how; this is where it says so.</summary>
public interface ISubjectRectification
{
    /// <summary>
    /// Fields that do not change before the person has confirmed the new value, an address by a letter that is sent there: of
    /// them <see cref="CorrectAsync"/> returns those that were begun, and the person is told so.
    /// </summary>
    IReadOnlyCollection<string> ConfirmedFirst => [];

    /// <summary>
    /// Corrects fields, on the context of its own scope, in the transaction that is open on it. It is all or nothing: an
    /// exception leaves everything as it was, the request included.
    /// </summary>
    /// <param name="subject">The kind of person, such as <c>customer</c>.</param>
    /// <param name="subjectId">The key of their row, as text.</param>
    /// <param name="corrections">What is wrong, and what it should be.</param>
    /// <param name="cancel">Rolls back.</param>
    /// <returns>The fields that were changed, or begun to be; those that were right already are left out.</returns>
    Task<IReadOnlyList<string>> CorrectAsync(
        string subject, string subjectId, IReadOnlyList<FieldCorrection> corrections, CancellationToken cancel);
}
