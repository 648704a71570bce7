namespace OChat.Assistant;

/// <summary>What a customer says.</summary>
public sealed class ChatForm
{
    [DataCategory(Categories.Communication.Chat)]
    public required string Text { get; init; }
}
