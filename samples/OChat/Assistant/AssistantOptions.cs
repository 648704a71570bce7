namespace OChat.Assistant;

/// <summary>Which model answers: the section <c>Assistant</c> of the configuration.</summary>
public sealed class AssistantOptions
{
    private const string Scripted = "scripted";

    /// <summary><c>scripted</c> needs no network; any other name is asked of <see cref="Endpoint"/>.</summary>
    public string Model { get; init; } = Scripted;

    /// <summary>Where the provider answers, over https.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Whether no model is asked at all.</summary>
    public bool IsScripted => Model == Scripted;

    [NotPersonalData("The key of OChat itself at the provider of the model; no person has one.")]
    public string? ApiKey { get; init; }
}
