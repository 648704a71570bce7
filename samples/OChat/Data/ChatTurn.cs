namespace OChat.Data;

/// <summary>One thing that was said: free text, which may hold anything, and so is a category of its own [OCHAT-1.5].</summary>
public sealed class ChatTurn
{
    public Guid Id { get; init; }

    public Guid ConversationId { get; init; }

    public Conversation? Conversation { get; init; }

    public bool ByAssistant { get; init; }

    [DataCategory(Categories.Communication.Chat), Encrypted(Sealing.How)]
    public string? Text { get; set; }

    [RetentionAnchor(Anchors.MessageSent)]
    public DateTimeOffset At { get; init; }
}
