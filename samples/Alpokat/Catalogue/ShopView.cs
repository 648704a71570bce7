namespace Alpokat.Catalogue;

/// <summary>A shop among the others: what its owner made public, and what it sells.</summary>
public sealed class ShopView
{
    [DataCategory(Categories.Account.PublicProfile)]
    public string? PublicProfile { get; init; }

    public required IReadOnlyList<ProductView> Products { get; init; }
}
