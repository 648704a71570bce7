namespace Ocis.Usage;

/// <summary>How often something was done, by nobody in particular.</summary>
public sealed record ActivityCount(
    [property: DataCategory(Categories.Usage.Activity, Form = DataForm.Aggregated)] string Activity,
    [property: DataCategory(Categories.Usage.Activity, Form = DataForm.Aggregated)] int Times);
