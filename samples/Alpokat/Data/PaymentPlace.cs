namespace Alpokat.Data;

/// <summary>
/// In which town somebody paid [ALPO-5.1]. It is for statistics alone, has no link to the payment, and after thirty days it
/// is nobody's any more.
/// </summary>
public sealed class PaymentPlace
{
    public Guid Id { get; init; }

    public Guid? CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [DataCategory(Categories.Location.Any)]
    public required string Town { get; init; }

    [RetentionAnchor(Anchors.Collected)]
    public DateTimeOffset At { get; init; }
}
