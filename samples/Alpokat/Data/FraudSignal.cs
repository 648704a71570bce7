namespace Alpokat.Data;

/// <summary>That something about a merchant's payments looks like fraud [ALPO-5.2].</summary>
public sealed class FraudSignal
{
    public Guid Id { get; init; }

    public Guid MerchantId { get; init; }

    public Merchant? Merchant { get; init; }

    [DataCategory(Categories.Inference.FraudSignal)]
    public string? Reason { get; set; }

    [RetentionAnchor(Anchors.SignalRaised)]
    public DateTimeOffset RaisedAt { get; init; }
}
