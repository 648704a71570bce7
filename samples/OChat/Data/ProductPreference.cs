namespace OChat.Data;

/// <summary>What a customer said to like.</summary>
public sealed class ProductPreference
{
    public Guid Id { get; init; }

    public Guid CustomerId { get; init; }

    public Customer? Customer { get; init; }

    [DataCategory(Categories.Preference.Product)]
    public string? Likes { get; set; }
}
