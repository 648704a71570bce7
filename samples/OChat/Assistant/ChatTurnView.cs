namespace OChat.Assistant;

/// <summary>One thing that was said, as the customer who was there sees it.</summary>
public sealed class ChatTurnView
{
    public bool ByAssistant { get; init; }

    [DataCategory(Categories.Communication.Chat)]
    public string? Text { get; init; }

    public DateTimeOffset At { get; init; }
}
