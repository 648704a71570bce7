namespace OChat.Usage;

/// <summary>How often something was done, over all users.</summary>
public sealed record ActivityCount(
    [property: DataCategory(Categories.Usage.Activity, Form = DataForm.Aggregated)] string Activity,
    [property: DataCategory(Categories.Usage.Activity, Form = DataForm.Aggregated)] int Times);
