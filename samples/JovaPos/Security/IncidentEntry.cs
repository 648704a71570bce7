namespace JovaPos.Security;

/// <summary>One thing that speaks of misuse of an account.</summary>
public sealed class IncidentEntry
{
    [DataCategory(Categories.Inference.FraudSignal)]
    public string? Kind { get; init; }

    [DataCategory(Categories.Device.IpAddress)]
    public string? IpAddress { get; init; }

    public DateTimeOffset At { get; init; }
}
