namespace JovaPos.Data;

/// <summary>
/// A customer's request to be erased, from its receipt to the last message [JOVA-3.1 to 3.8]. It stays as proof that
/// it was answered in time, when it no longer says who asked.
/// </summary>
public sealed class DeletionRequest
{
    public Guid Id { get; init; }

    public Guid? CustomerId { get; set; }

    public Customer? Customer { get; set; }

    public DeletionRequestState State { get; set; }

    /// <summary>In the customer's own words; asked for, and answered without one too.</summary>
    [DataCategory(Categories.Communication.SupportRequest)]
    public string? Reason { get; set; }

    /// <summary>A copy of an identity document, where the staff member asked for one [JOVA-3.8].</summary>
    [DataCategory(Categories.Government.IdDocument)]
    public byte[]? IdentityDocument { get; set; }

    public DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? VerifiedAt { get; set; }

    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>The last day of the promised 30 business days after the confirmation [JOVA-3.4].</summary>
    public DateOnly? DueOn { get; set; }

    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>What the erasure did, as its receipt says it: counts and reasons, nobody's name.</summary>
    public string? Receipt { get; set; }

    [RetentionAnchor(Anchors.RequestClosed)]
    public DateTimeOffset? ClosedAt { get; set; }
}
