namespace JovaPos.Data;

/// <summary>
/// The last message to a customer who is erased [JOVA-3.6]. It is written in the transaction of the erasure, so that a
/// crash loses neither; its address is the only thing left, and the row goes when the message has been sent.
/// </summary>
public sealed class FarewellMessage
{
    public Guid Id { get; init; }

    public Guid DeletionRequestId { get; init; }

    public DeletionRequest? DeletionRequest { get; init; }

    [DataCategory(Categories.Contact.Email)]
    public string? Email { get; set; }

    [DataCategory(Categories.Contact.Phone)]
    public string? Phone { get; set; }

    public DateTimeOffset WrittenAt { get; init; }

    /// <summary>
    /// The customer's own, or when the message was written: nothing leads to the customer any more, and an address to
    /// which nothing can be sent must not stay for ever.
    /// </summary>
    [RetentionAnchor(Anchors.LastPurchase)]
    public DateTimeOffset LastPurchaseAt { get; init; }
}
