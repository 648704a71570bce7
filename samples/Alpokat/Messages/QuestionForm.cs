namespace Alpokat.Messages;

/// <summary>What a merchant asks, or support answers.</summary>
public sealed class QuestionForm
{
    [DataCategory(Categories.Communication.Message)]
    public required string Text { get; init; }
}
