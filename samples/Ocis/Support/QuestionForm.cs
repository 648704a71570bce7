namespace Ocis.Support;

/// <summary>What somebody asks.</summary>
public sealed class QuestionForm
{
    [DataCategory(Categories.Communication.SupportRequest)]
    public required string Text { get; init; }
}
