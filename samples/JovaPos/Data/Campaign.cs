namespace JovaPos.Data;

/// <summary>A promotion, aimed at those who bought from one shelf.</summary>
public sealed class Campaign
{
    public int Id { get; init; }

    public required string Title { get; set; }

    public required string Body { get; set; }

    public int TargetCategoryId { get; init; }

    public ProductCategory? TargetCategory { get; init; }
}
