namespace JovaPos.Data;

/// <summary>A shelf of the shop.</summary>
public sealed class ProductCategory
{
    public int Id { get; init; }

    public required string Title { get; set; }

    public List<Product> Products { get; } = [];
}
