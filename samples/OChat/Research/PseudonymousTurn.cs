namespace OChat.Research;

/// <summary>Something that was said in a chat, with nobody's name; only <see cref="ChatResearch"/> makes one.</summary>
public sealed class PseudonymousTurn
{
    public required string Who { get; init; }

    [DataCategory(Categories.Communication.Chat, Form = DataForm.Pseudonymised)]
    public required string Text { get; init; }
}
