namespace JovaPos.Data;

/// <summary>
/// What a customer said and showed to be erased; it goes with the customer, or soon after the request was closed in another
/// way. The request itself is the run time's, and has the same number.
/// </summary>
public sealed class DeletionEvidence
{
    public Guid Id { get; init; }

    public Guid CustomerId { get; init; }

    public Customer? Customer { get; init; }

    /// <summary>In the customer's own words; asked for, and answered without one too [JOVA-3.1].</summary>
    [DataCategory(Categories.Communication.SupportRequest)]
    public string? Reason { get; set; }

    /// <summary>A copy of an identity document, where one was asked for [JOVA-3.8].</summary>
    [DataCategory(Categories.Government.IdDocument)]
    public byte[]? IdentityDocument { get; set; }

    /// <summary>
    /// When the request was closed. While it is open, when it is closed at the latest: whoever never proves that they asked
    /// is forgotten with nobody closing anything, and what they said must go all the same.
    /// </summary>
    [RetentionAnchor(Anchors.RequestClosed)]
    public DateTimeOffset? ClosedAt { get; set; }
}
