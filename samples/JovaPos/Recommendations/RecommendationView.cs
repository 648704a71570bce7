namespace JovaPos.Recommendations;

/// <summary>A recommendation as its customer sees it.</summary>
public sealed class RecommendationView
{
    [DataCategory(Categories.Inference.Recommendation)]
    public required string Product { get; init; }

    [DataCategory(Categories.Inference.Recommendation)]
    public int Score { get; init; }
}
