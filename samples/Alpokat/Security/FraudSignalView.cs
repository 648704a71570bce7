namespace Alpokat.Security;

/// <summary>A signal as the legal desk sees it.</summary>
public sealed class FraudSignalView
{
    public Guid Id { get; init; }

    public Guid MerchantId { get; init; }

    [DataCategory(Categories.Inference.FraudSignal)]
    public string? Reason { get; init; }

    public DateTimeOffset RaisedAt { get; init; }
}
