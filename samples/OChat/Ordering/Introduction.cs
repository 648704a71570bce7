namespace OChat.Ordering;

/// <summary>How somebody introduces themselves on an order page.</summary>
public sealed class Introduction
{
    [DataCategory(Categories.Contact.Name)]
    public required string Name { get; init; }

    [DataCategory(Categories.Contact.Email)]
    public string? Email { get; init; }

    [DataCategory(Categories.Contact.Phone)]
    public string? Phone { get; init; }
}
