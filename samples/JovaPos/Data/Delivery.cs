namespace JovaPos.Data;

/// <summary>Where an order goes, and when it arrived.</summary>
public sealed class Delivery
{
    public Guid Id { get; init; }

    public Guid OrderId { get; init; }

    public Order? Order { get; init; }

    [DataCategory(Categories.Transaction.Delivery, Categories.Contact.Name)]
    public string? RecipientName { get; set; }

    [DataCategory(Categories.Transaction.Delivery, Categories.Contact.Address)]
    public string? Address { get; set; }

    [DataCategory(Categories.Transaction.Delivery, Categories.Contact.Phone)]
    public string? Phone { get; set; }

    [DataCategory(Categories.Transaction.Delivery)]
    public string? TrackingCode { get; set; }

    [RetentionAnchor(Anchors.Delivered)]
    public DateTimeOffset? DeliveredAt { get; set; }
}
