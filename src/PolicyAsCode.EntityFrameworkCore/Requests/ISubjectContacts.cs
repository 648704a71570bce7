namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Where a person is reached who is on record. The application knows; a request never says so itself, or whoever asks
/// in another's name would have the code sent to their own door.
/// </summary>
public interface ISubjectContacts
{
    /// <summary>The registered address of a person; null where there is none.</summary>
    /// <param name="subject">The kind of person, such as <c>customer</c>.</param>
    /// <param name="subjectId">The key of their row, as text.</param>
    /// <param name="kinds">How the policy wants people to be reached, the first first: <c>email</c>, <c>sms</c>, <c>post</c>.</param>
    /// <param name="cancel">Stops.</param>
    Task<SubjectContact?> FindAsync(
        string subject, string subjectId, IReadOnlyList<string> kinds, CancellationToken cancel);
}
