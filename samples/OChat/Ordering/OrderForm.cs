namespace OChat.Ordering;

/// <summary>What a customer orders, and where it goes.</summary>
public sealed class OrderForm
{
    public required IReadOnlyList<OrderFormLine> Lines { get; init; }

    [DataCategory(Categories.Contact.Address)]
    public required string DeliverTo { get; init; }
}
