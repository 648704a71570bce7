namespace JovaPos.Ordering;

/// <summary>What a customer orders, and where it goes.</summary>
public sealed class OrderForm
{
    public required IReadOnlyList<OrderFormLine> Lines { get; init; }

    [DataCategory(Categories.Payment.Method)]
    public required string PaymentMethod { get; init; }

    /// <summary>Null for goods that the customer takes along.</summary>
    [DataCategory(Categories.Contact.Address)]
    public string? DeliverTo { get; init; }
}
