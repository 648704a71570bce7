namespace Ocis.Data;

/// <summary>
/// An address that somebody gave, and whose reader has not said yet that it is theirs. It may be anybody's: it is used to ask
/// them, and three days later it is gone [OCIS-4.4].
/// </summary>
[DataSubject(Subjects.Applicant)]
public sealed class PendingAddress
{
    public Guid Id { get; init; }

    [DataCategory(Categories.Contact.Email), Encrypted(Sealing.Person)]
    public string? Email { get; set; }

    /// <summary>When it was given last.</summary>
    [RetentionAnchor(Anchors.Collected)]
    public DateTimeOffset AskedAt { get; set; }

    public List<AddressClaim> Claims { get; } = [];
}
