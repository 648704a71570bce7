namespace JovaPos.Data;

/// <summary>A product that may suit a customer, worked out from earlier purchases.</summary>
public sealed class Recommendation
{
    public Guid Id { get; init; }

    public Guid CustomerId { get; init; }

    public Customer? Customer { get; init; }

    [DataCategory(Categories.Inference.Recommendation)]
    public int ProductId { get; init; }

    public Product? Product { get; init; }

    [DataCategory(Categories.Inference.Recommendation)]
    public int Score { get; init; }

    [RetentionAnchor(Anchors.Recommended)]
    public DateTimeOffset MadeAt { get; init; }
}
