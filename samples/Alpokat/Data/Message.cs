namespace Alpokat.Data;

/// <summary>Something that a merchant and ALPOKAT's support wrote to each other [ALPO-3.2].</summary>
public sealed class Message
{
    public Guid Id { get; init; }

    public Guid MerchantId { get; init; }

    public Merchant? Merchant { get; init; }

    public bool BySupport { get; init; }

    [DataCategory(Categories.Communication.Message)]
    public string? Text { get; set; }

    [RetentionAnchor(Anchors.MessageSent)]
    public DateTimeOffset SentAt { get; init; }
}
