namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// The erasures of a context by the policy's words, with keys as text: what requests, which know no types, call. The typed
/// methods (<c>EraseCustomerAsync</c>) do the same.
/// </summary>
public interface ISubjectErasure
{
    /// <summary>
    /// The kinds of person that can be erased, such as <c>customer</c>; <c>customer/Guest</c> where one word stands for
    /// several kinds of records.
    /// </summary>
    IReadOnlyCollection<string> Subjects { get; }

    /// <summary>
    /// The one spelling of a key, which receipts have: of <c>007</c> it is <c>7</c>, of a GUID the one in small letters.
    /// Whatever is stored about a person by their key as text, holds first of all, is stored and looked up by it.
    /// </summary>
    /// <param name="subject">The kind of person, one of <see cref="Subjects"/>.</param>
    /// <param name="subjectId">The key as text.</param>
    /// <exception cref="ArgumentException">There is no such kind, or the text is no key.</exception>
    string Canonical(string subject, string subjectId);

    /// <summary>Erases one person, in one transaction.</summary>
    /// <param name="subject">The kind of person, one of <see cref="Subjects"/>.</param>
    /// <param name="subjectId">The key as text; of several columns in the key's order, separated by <c>/</c>.</param>
    /// <param name="options">How; null takes the defaults.</param>
    /// <param name="cancel">Rolls back.</param>
    /// <exception cref="ArgumentException">There is no such kind, or the text is no key.</exception>
    Task<ErasureReceipt> EraseAsync(
        string subject, string subjectId, ErasureOptions? options = null, CancellationToken cancel = default);
}
