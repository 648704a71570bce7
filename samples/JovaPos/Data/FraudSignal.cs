namespace JovaPos.Data;

/// <summary>A reason to look twice. Signals outlive the account, without saying whose they were.</summary>
public sealed class FraudSignal
{
    public Guid Id { get; init; }

    public Guid? CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [DataCategory(Categories.Inference.FraudSignal)]
    public string? Kind { get; set; }

    [DataCategory(Categories.Inference.FraudSignal)]
    public int? Score { get; set; }

    [DataCategory(Categories.Device.IpAddress)]
    public string? IpAddress { get; set; }

    [RetentionAnchor(Anchors.SignalRaised)]
    [RetentionAnchor(Anchors.Collected)]
    public DateTimeOffset RaisedAt { get; init; }
}
