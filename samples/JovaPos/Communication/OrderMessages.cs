using System.Globalization;
using JovaPos.Data;
using Microsoft.EntityFrameworkCore;

namespace JovaPos.Communication;

/// <summary>
/// Confirms orders and tells of their arrival by email, or by text message where there is no email address [JOVA-1.3].
/// </summary>
[Purpose(Purposes.Communication)]
public sealed class OrderMessages(
    ShopContext shop, Receipts receipts, IMailer mailer, ISmsSender texts, ILogger<OrderMessages> log)
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    /// <summary>Confirms an order; the mail brings its receipt.</summary>
    public async Task ConfirmAsync(Guid orderId, CancellationToken cancel)
    {
        var order = await ReadAsync(orderId, cancel);
        if (order.Customer is not { } customer)
            return;

        var body = string.Format(
            Indonesian, "Halo {0}, pesanan {1} sebesar Rp{2:N0} telah kami terima. Terima kasih!",
            customer.Name, order.Number, order.TotalRupiah);
        var receipt = await receipts.OfAsync(customer.Id, order.Number, cancel);
        await SendAsync(order, "Konfirmasi pesanan", body, receipt, cancel);
    }

    /// <summary>Says that an order has arrived.</summary>
    public async Task TellArrivalAsync(Guid orderId, CancellationToken cancel)
    {
        var order = await ReadAsync(orderId, cancel);
        if (order.Customer is not { } customer)
            return;

        var body = string.Format(Indonesian, "Halo {0}, pesanan {1} telah sampai.", customer.Name, order.Number);
        await SendAsync(order, "Status pesanan", body, null, cancel);
    }

    private Task<Order> ReadAsync(Guid orderId, CancellationToken cancel) =>
        shop.Orders.Include(found => found.Customer).SingleAsync(found => found.Id == orderId, cancel);

    private async Task SendAsync(Order order, string subject, string body, Receipt? receipt, CancellationToken cancel)
    {
        if (order.Customer?.Email is { } email)
            await mailer.SendAsync(email, subject, receipt is null ? body : $"{body}\n\n{receipt.Text}", cancel);
        else if (order.Customer?.Phone is { } phone)
            await texts.SendAsync(phone, body, cancel);
        else
            log.LogInformation("Order {OrderId} has nobody to be told of it", order.Id);
    }
}
