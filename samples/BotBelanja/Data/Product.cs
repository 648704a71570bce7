namespace BotBelanja.Data;

/// <summary>Something that a shop sells, and how much of it there is.</summary>
public sealed class Product
{
    public int Id { get; init; }

    public int ShopId { get; init; }

    public Shop? Shop { get; init; }

    public required string Sku { get; init; }

    public required string Title { get; set; }

    /// <summary>In rupiah, which has no smaller coin.</summary>
    public long PriceRupiah { get; set; }

    /// <summary>How many lie on the shelf.</summary>
    public int OnHand { get; set; }

    /// <summary>How many of these are promised to orders that have not left yet.</summary>
    public int Reserved { get; set; }
}
