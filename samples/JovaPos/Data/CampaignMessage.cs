namespace JovaPos.Data;

/// <summary>One promotional message that was sent to one customer.</summary>
public sealed class CampaignMessage
{
    public Guid Id { get; init; }

    public int CampaignId { get; init; }

    public Campaign? Campaign { get; init; }

    public Guid CustomerId { get; init; }

    public Customer? Customer { get; init; }

    [DataCategory(Categories.Communication.Message)]
    public string? Body { get; set; }

    [RetentionAnchor(Anchors.MessageSent)]
    public DateTimeOffset SentAt { get; init; }
}
