namespace OChat.Support;

/// <summary>What a user asks.</summary>
public sealed class QuestionForm
{
    [DataCategory(Categories.Communication.SupportRequest)]
    public required string Text { get; init; }
}
