namespace JovaPos.Data;

/// <summary>Something that is sold.</summary>
public sealed class Product
{
    public int Id { get; init; }

    public required string Sku { get; init; }

    public required string Title { get; set; }

    /// <summary>In rupiah, which has no smaller coin.</summary>
    public long PriceRupiah { get; set; }

    public int WarrantyMonths { get; init; }

    public int CategoryId { get; init; }

    public ProductCategory? Category { get; init; }
}
