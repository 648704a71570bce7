namespace Ocis.Support;

/// <summary>What support answers.</summary>
public sealed class AnswerForm
{
    [DataCategory(Categories.Communication.Message)]
    public required string Text { get; init; }
}
