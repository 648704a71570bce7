namespace JovaPos.Data;

/// <summary>A complaint about something bought.</summary>
public sealed class WarrantyClaim
{
    public Guid Id { get; init; }

    public Guid OrderLineId { get; init; }

    public OrderLine? OrderLine { get; init; }

    [DataCategory(Categories.Transaction.WarrantyClaim)]
    public string? Description { get; set; }

    [DataCategory(Categories.Transaction.WarrantyClaim)]
    public string? Resolution { get; set; }

    public DateTimeOffset OpenedAt { get; init; }

    [RetentionAnchor(Anchors.ClaimClosed)]
    public DateTimeOffset? ClosedAt { get; set; }
}
