namespace JovaPos.Support;

/// <summary>How a claim ends.</summary>
public sealed class WarrantySettlement
{
    [DataCategory(Categories.Transaction.WarrantyClaim)]
    public required string Resolution { get; init; }
}
