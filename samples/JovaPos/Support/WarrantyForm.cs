namespace JovaPos.Support;

/// <summary>What a customer complains about.</summary>
public sealed class WarrantyForm
{
    public Guid OrderLineId { get; init; }

    [DataCategory(Categories.Transaction.WarrantyClaim)]
    public required string Description { get; init; }
}
