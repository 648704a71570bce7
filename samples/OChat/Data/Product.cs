namespace OChat.Data;

/// <summary>Something that a shop sells.</summary>
public sealed class Product
{
    public int Id { get; init; }

    public int OrderPageId { get; init; }

    public OrderPage? OrderPage { get; init; }

    public required string Sku { get; init; }

    public required string Title { get; set; }

    /// <summary>In rupiah, which has no smaller coin.</summary>
    public long PriceRupiah { get; set; }
}
