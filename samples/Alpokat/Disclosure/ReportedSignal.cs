namespace Alpokat.Disclosure;

/// <summary>What is reported of a suspicion: what was seen, and from where.</summary>
public sealed class ReportedSignal
{
    public Guid SignalId { get; init; }

    [DataCategory(Categories.Inference.FraudSignal)]
    public string? Reason { get; init; }

    [DataCategory(Categories.Device.IpAddress)]
    public IReadOnlyList<string?> IpAddresses { get; init; } = [];
}
