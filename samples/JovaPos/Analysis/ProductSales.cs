namespace JovaPos.Analysis;

/// <summary>How often something was sold, over all customers.</summary>
public sealed class ProductSales
{
    public required string Product { get; init; }

    public int Sold { get; init; }
}
