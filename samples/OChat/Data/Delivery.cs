namespace OChat.Data;

/// <summary>Where an order goes. The address stays for ninety days after it arrived.</summary>
public sealed class Delivery
{
    public Guid Id { get; init; }

    public Guid OrderId { get; init; }

    public Order? Order { get; init; }

    [DataCategory(Categories.Contact.Address), Encrypted(Sealing.How)]
    public string? Address { get; set; }

    [RetentionAnchor(Anchors.Delivered)]
    public DateTimeOffset? DeliveredAt { get; set; }
}
