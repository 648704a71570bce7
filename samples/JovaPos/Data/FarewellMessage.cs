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
}
