namespace JovaPos.Data;

/// <summary>
/// A customer's request to be erased, from its receipt to the last message [JOVA-3.1 to 3.8]. Itself it says nothing of
/// the customer: once the link is cut it stays, as proof that somebody was answered in time.
/// </summary>
public sealed class DeletionRequest
{
    public Guid Id { get; init; }

    public Guid? CustomerId { get; set; }

    public Customer? Customer { get; set; }

    public DeletionRequestState State { get; set; }

    public DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? VerifiedAt { get; set; }

    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>The last day of the promised 30 business days after the confirmation [JOVA-3.4].</summary>
    public DateOnly? DueOn { get; set; }

    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>What the erasure did, as its receipt says it: counts and reasons, nobody's name.</summary>
    public string? Receipt { get; set; }

    public DeletionEvidence? Evidence { get; set; }

    [RetentionAnchor(Anchors.RequestClosed)]
    public DateTimeOffset? ClosedAt { get; set; }
}
