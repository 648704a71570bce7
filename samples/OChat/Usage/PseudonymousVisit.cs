namespace OChat.Usage;

/// <summary>What somebody did, without the somebody; only <see cref="Pseudonyms"/> makes one.</summary>
public sealed class PseudonymousVisit
{
    public required string Who { get; init; }

    [DataCategory(Categories.Usage.Activity, Form = DataForm.Pseudonymised)]
    public required string Activity { get; init; }

    [DataCategory(Categories.Device.Type, Form = DataForm.Pseudonymised)]
    public string? DeviceType { get; init; }

    public DateOnly Day { get; init; }
}
