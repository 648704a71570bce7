namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// A person as the run time names them: the kind of subject, and the key of their row as text. Text that is a GUID is
/// kept in one spelling: an erasure that was asked for in capitals must find the key that was made in small letters.
/// </summary>
public sealed record PrivacySubject
{
    private const string Erased = "erased:";

    /// <summary>Names a person.</summary>
    /// <param name="kind">The kind of person, such as <c>customer</c>.</param>
    /// <param name="id">The key of their row, as text of the invariant culture.</param>
    public PrivacySubject(string kind, string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        ArgumentException.ThrowIfNullOrEmpty(id);
        (Kind, Id) = (kind, Guid.TryParse(id, out var guid) ? guid.ToString("D") : id);
    }

    /// <summary>The kind of person, such as <c>customer</c>.</summary>
    public string Kind { get; }

    /// <summary>The key of their row, as text.</summary>
    public string Id { get; }

    /// <summary>Whether it stands for somebody who was erased, and names nobody: whose the kept rows were is not known.</summary>
    public bool IsPseudonym => Id.StartsWith(Erased, StringComparison.Ordinal);

    /// <summary>Somebody who was erased.</summary>
    internal static PrivacySubject Pseudonym(string kind, string random) => new(kind, Erased + random);
}
