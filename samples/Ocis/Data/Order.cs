namespace Ocis.Data;

/// <summary>Tickets that somebody bought. Tax law keeps it after they have gone, so the link to them can be cut.</summary>
public sealed class Order
{
    public Guid Id { get; init; }

    public Guid? UserId { get; set; }

    public User? User { get; set; }

    [DataCategory(Categories.Transaction.Order), Encrypted(Sealing.Volume)]
    public required string Number { get; init; }

    [DataCategory(Categories.Transaction.Order), Encrypted(Sealing.Volume)]
    public int EventId { get; init; }

    public Event? Event { get; init; }

    [DataCategory(Categories.Transaction.Order), Encrypted(Sealing.Volume)]
    public int Seats { get; init; }

    [RetentionAnchor(Anchors.OrderPlaced)]
    public DateTimeOffset PlacedAt { get; init; }

    /// <summary>When it was paid: from then on the times of its payment run.</summary>
    [RetentionAnchor(Anchors.PaymentMade)]
    public DateTimeOffset? PaidAt { get; init; }

    public Payment? Payment { get; set; }
}
