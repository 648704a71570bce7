namespace JovaPos.Support;

/// <summary>What a customer thinks of a product.</summary>
public sealed class FeedbackForm
{
    [DataCategory(Categories.Communication.Feedback)]
    public int ProductId { get; init; }

    [DataCategory(Categories.Communication.Feedback)]
    public int Stars { get; init; }

    [DataCategory(Categories.Communication.Feedback)]
    public string? Comment { get; init; }
}
