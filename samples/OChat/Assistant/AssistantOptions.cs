namespace OChat.Assistant;

/// <summary>Which model answers: the section <c>Assistant</c> of the configuration.</summary>
public sealed class AssistantOptions
{
    /// <summary><c>scripted</c> needs no network; any other name is asked of <see cref="Endpoint"/>.</summary>
    public string Model { get; init; } = "scripted";

    /// <summary>Where the provider answers, over https.</summary>
    public Uri? Endpoint { get; init; }

    [NotPersonalData("The key of OChat itself at the provider of the model; no person has one.")]
    public string? ApiKey { get; init; }
}
