namespace JovaPos.Security;

/// <summary>A signal as staff see it: whose account, not whose name.</summary>
public sealed class FraudSignalView
{
    public Guid? CustomerId { get; init; }

    [DataCategory(Categories.Inference.FraudSignal)]
    public string? Kind { get; init; }

    [DataCategory(Categories.Inference.FraudSignal)]
    public int? Score { get; init; }

    public DateTimeOffset RaisedAt { get; init; }
}
