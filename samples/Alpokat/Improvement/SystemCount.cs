namespace Alpokat.Improvement;

/// <summary>On how many visits a kind of system was seen.</summary>
public sealed record SystemCount(
    [property: DataCategory(Categories.Device.Type, Form = DataForm.Aggregated)] string System,
    [property: DataCategory(Categories.Device.Type, Form = DataForm.Aggregated)] int Visits);
