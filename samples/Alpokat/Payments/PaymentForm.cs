using Alpokat.Data;

namespace Alpokat.Payments;

/// <summary>What a till sends when somebody has paid.</summary>
public sealed class PaymentForm
{
    public required IReadOnlyList<PaymentFormLine> Lines { get; init; }

    [DataCategory(Categories.Payment.Method)]
    public PaymentMethod Method { get; init; }

    /// <summary>The town in which the till stands.</summary>
    [DataCategory(Categories.Location.Any)]
    public required string Town { get; init; }
}
