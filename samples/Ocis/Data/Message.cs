namespace Ocis.Data;

/// <summary>What somebody was written: an answer, news of an event, a newsletter.</summary>
public sealed class Message
{
    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    public User? User { get; init; }

    [DataCategory(Categories.Communication.Message), Encrypted(Sealing.Person)]
    public string? Text { get; set; }

    [RetentionAnchor(Anchors.MessageSent)]
    public DateTimeOffset SentAt { get; init; }
}
