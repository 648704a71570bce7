namespace JovaPos.Books;

/// <summary>One payment as the books have it: what for and how much, and neither who paid nor how.</summary>
public sealed class BookEntry
{
    [DataCategory(Categories.Transaction.Order)]
    public required string OrderNumber { get; init; }

    [DataCategory(Categories.Transaction.Payment)]
    public string? ProviderReference { get; init; }

    [DataCategory(Categories.Transaction.Payment, Categories.Transaction.PurchaseHistory)]
    public long AmountRupiah { get; init; }

    public DateTimeOffset PaidAt { get; init; }
}
