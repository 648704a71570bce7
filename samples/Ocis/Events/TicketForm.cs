namespace Ocis.Events;

/// <summary>How many seats, and how they are paid. The number of a card is typed into the payment provider's own form, and never comes here.</summary>
public sealed class TicketForm
{
    public int Seats { get; init; } = 1;

    [DataCategory(Categories.Payment.Method)]
    public required string Method { get; init; }

    [NotPersonalData("What the payment provider's own form made of a card: good for one payment, and nothing to anybody else.")]
    public required string PaymentToken { get; init; }
}
