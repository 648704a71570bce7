namespace Alpokat.Data;

/// <summary>Something that a merchant sells, as they uploaded it [ALPO-1.3]: goods and prices say nothing of anybody.</summary>
public sealed class Product
{
    public Guid Id { get; init; }

    /// <summary>Who sells it; null when that merchant was erased: vouchers that the law keeps still name the goods.</summary>
    public Guid? MerchantId { get; set; }

    public Merchant? Merchant { get; set; }

    public required string Title { get; set; }

    /// <summary>What kind of goods it is, for the statistics.</summary>
    public required string Group { get; set; }

    /// <summary>In rupiah, which has no smaller coin.</summary>
    public long PriceRupiah { get; set; }
}
