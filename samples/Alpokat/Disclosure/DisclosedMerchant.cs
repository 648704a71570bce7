namespace Alpokat.Disclosure;

/// <summary>What an authority gets of a merchant, and no more.</summary>
public sealed class DisclosedMerchant
{
    [DataCategory(Categories.Contact.Name)]
    public string? Name { get; init; }

    [DataCategory(Categories.Contact.Address)]
    public string? OfficeAddress { get; init; }

    [DataCategory(Categories.Transaction.Payment)]
    public IReadOnlyList<string> Payments { get; init; } = [];
}
