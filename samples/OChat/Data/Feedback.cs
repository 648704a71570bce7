namespace OChat.Data;

/// <summary>What a customer thinks of the assistant.</summary>
public sealed class Feedback
{
    public Guid Id { get; init; }

    public Guid CustomerId { get; init; }

    public Customer? Customer { get; init; }

    [DataCategory(Categories.Communication.Feedback), Encrypted(Sealing.How)]
    public string? Text { get; set; }

    [RetentionAnchor(Anchors.FeedbackGiven)]
    public DateTimeOffset GivenAt { get; init; }
}
