namespace OChat.Support;

/// <summary>What a customer thinks of the assistant.</summary>
public sealed class FeedbackForm
{
    [DataCategory(Categories.Communication.Feedback)]
    public required string Text { get; init; }
}
