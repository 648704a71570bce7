namespace Ocis.Statistics;

/// <summary>What somebody did on which day, and in which part of the world: not who; only <see cref="Pseudonyms"/> makes one.</summary>
public sealed class PseudonymousVisit
{
    public required string Who { get; init; }

    [DataCategory(Categories.Usage.Activity, Form = DataForm.Pseudonymised)]
    public required string Activity { get; init; }

    [DataCategory(Categories.Device.Type, Form = DataForm.Pseudonymised)]
    public string? Device { get; init; }

    [DataCategory(Categories.Location.Any, Form = DataForm.Pseudonymised)]
    public string? Region { get; init; }

    public DateOnly Day { get; init; }
}
