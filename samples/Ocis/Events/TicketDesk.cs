using Microsoft.EntityFrameworkCore;
using Ocis.Data;
using Ocis.Mail;

namespace Ocis.Events;

/// <summary>Sells tickets [OCIS-2.1].</summary>
[Purpose(Purposes.Transactions)]
public sealed class TicketDesk(OcisContext ocis, IPaymentProvider payments, Letters letters, TimeProvider time)
{
    /// <summary>The number of the order; null where there is no such event, or the payment was refused.</summary>
    public async Task<string?> BuyAsync(Guid userId, int eventId, TicketForm form, CancellationToken cancel)
    {
        if (form.Seats is < 1 or > 10 || await ocis.Events.SingleOrDefaultAsync(known => known.Id == eventId, cancel) is not { } held)
            return null;

        var now = time.GetUtcNow();
        var order = new Order
        {
            Id = Guid.NewGuid(),
            UserId = userId,
            EventId = eventId,
            Number = $"T-{now:yyMMdd}-{Guid.NewGuid():N}"[..16],
            Seats = form.Seats,
            PlacedAt = now,
            PaidAt = now,
        };
        var amount = held.PriceCents * form.Seats;
        var receipt = await payments.ChargeAsync(
            new() { Number = order.Number, AmountCents = amount, Method = form.Method, PaymentToken = form.PaymentToken }, cancel);
        if (receipt is null)
            return null;

        order.Payment = new Payment { Id = Guid.NewGuid(), Method = form.Method, AmountCents = amount, Receipt = receipt };
        ocis.Orders.Add(order);
        await ocis.SaveChangesAsync(cancel);
        await ConfirmAsync(userId, order, held.Title, cancel);
        return order.Number;
    }

    public Task<List<OrderView>> OfAsync(Guid userId, CancellationToken cancel) =>
        ocis.Orders.Where(order => order.UserId == userId).OrderBy(order => order.PlacedAt)
            .Select(order => new OrderView { Number = order.Number, Title = order.Event!.Title, Seats = order.Seats })
            .ToListAsync(cancel);

    [Purpose(Purposes.Communication)]
    private async Task ConfirmAsync(Guid userId, Order order, string title, CancellationToken cancel)
    {
        var user = await ocis.Users.SingleAsync(known => known.Id == userId, cancel);
        await letters.SendAsync(user, "Your tickets", $"Hello {user.Name}, order {order.Number}: {order.Seats} seats for {title}.", cancel);
    }
}
