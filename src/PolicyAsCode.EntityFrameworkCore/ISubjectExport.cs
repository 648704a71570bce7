namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// The copies that people get of their data: by the right of access, and by that of portability. A copy holds what the
/// erasure of the same person reaches, because both are written from one plan. The typed methods
/// (<c>ExportCustomerAsync</c>) do the same.
/// </summary>
public interface ISubjectExport
{
    /// <summary>The kinds of person of whom a copy can be written: those that can be erased.</summary>
    IReadOnlyCollection<string> Subjects { get; }

    /// <summary>
    /// Writes the copy of one person as JSON, row by row, from one snapshot of the database. What is broken off by an
    /// exception lacks its end, and is no JSON.
    /// </summary>
    /// <param name="subject">The kind of person, one of <see cref="Subjects"/>.</param>
    /// <param name="subjectId">The key as text; of several columns in the key's order, separated by <c>/</c>.</param>
    /// <param name="utf8Json">Where to; it stays open.</param>
    /// <param name="options">What and how; null takes the defaults.</param>
    /// <param name="cancel">Breaks it off.</param>
    /// <returns>What was written; where nobody was found, nothing was.</returns>
    /// <exception cref="ArgumentException">There is no such kind, or the text is no key.</exception>
    Task<ExportReceipt> ExportAsync(
        string subject, string subjectId, Stream utf8Json, ExportOptions? options = null, CancellationToken cancel = default);
}
