namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>The erasure of a context, for whoever knows a person by kind and key in text.</summary>
public interface ISubjectErasure
{
    /// <summary>The kinds of person that can be erased, such as <c>customer</c>.</summary>
    IReadOnlyCollection<string> Subjects { get; }

    /// <summary>Erases a person, in one transaction: the caller's, where one is open.</summary>
    /// <param name="subject">The kind of person, such as <c>customer</c>.</param>
    /// <param name="subjectId">The key of their row, as text.</param>
    /// <param name="options">How; null takes the defaults.</param>
    /// <param name="cancel">Rolls back.</param>
    /// <exception cref="ArgumentException">No such kind of person, or a key that cannot be read.</exception>
    Task<ErasureReceipt> EraseAsync(
        string subject, string subjectId, ErasureOptions? options = null, CancellationToken cancel = default);
}
