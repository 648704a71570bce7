namespace JovaPos.Data;

/// <summary>What a customer says of a product.</summary>
public sealed class Feedback
{
    public Guid Id { get; init; }

    public Guid? CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [DataCategory(Categories.Communication.Feedback)]
    public int ProductId { get; init; }

    public Product? Product { get; init; }

    [DataCategory(Categories.Communication.Feedback)]
    public int? Stars { get; set; }

    [DataCategory(Categories.Communication.Feedback)]
    public string? Comment { get; set; }

    [RetentionAnchor(Anchors.FeedbackGiven)]
    public DateTimeOffset GivenAt { get; init; }
}
