namespace JovaPos.Deliveries;

/// <summary>What has to be on a parcel for it to arrive.</summary>
public sealed class DeliveryLabel
{
    [DataCategory(Categories.Contact.Name)]
    public string? Name { get; init; }

    [DataCategory(Categories.Contact.Address)]
    public required string Address { get; init; }

    [DataCategory(Categories.Contact.Phone)]
    public string? Phone { get; init; }
}
