namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>A place outside of the database that holds data of people: blobs, a cache, a search index, another service.</summary>
public interface ISubjectDataStore
{
    /// <summary>Its name, which stays the same from release to release: messages that wait name it.</summary>
    string Name { get; }

    /// <summary>
    /// Erases everything of a person. An exception means that it is not all gone: it is tried again, also where the
    /// answer of a call that worked was lost.
    /// </summary>
    /// <param name="subject">The kind of person, such as <c>customer</c>.</param>
    /// <param name="subjectId">The key of their row, as text.</param>
    /// <param name="idempotencyKey">The same whenever the same erasure is tried again.</param>
    /// <param name="cancel">Stops; it is tried again later.</param>
    Task EraseAsync(string subject, string subjectId, string idempotencyKey, CancellationToken cancel);

    /// <summary>
    /// Writes what it holds of a person, as one JSON value, for the copy that the person asked for.
    /// </summary>
    /// <param name="subject">The kind of person, such as <c>customer</c>.</param>
    /// <param name="subjectId">The key of their row, as text.</param>
    /// <param name="utf8Json">Where to.</param>
    /// <param name="cancel">Stops.</param>
    Task ExportAsync(string subject, string subjectId, Stream utf8Json, CancellationToken cancel);
}
