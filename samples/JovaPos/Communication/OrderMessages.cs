using System.Globalization;
using JovaPos.Data;
using Microsoft.EntityFrameworkCore;

namespace JovaPos.Communication;

/// <summary>Confirms orders by email, or by text message where there is no email address [JOVA-1.3].</summary>
[Purpose(Purposes.Communication)]
public sealed class OrderMessages(ShopContext shop, IMailer mailer, ISmsSender texts, ILogger<OrderMessages> log)
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    public async Task ConfirmAsync(Guid orderId, CancellationToken cancel)
    {
        var order = await shop.Orders.Include(found => found.Customer)
            .SingleAsync(found => found.Id == orderId, cancel);
        if (order.Customer is not { } customer)
            return;

        var body = string.Format(
            Indonesian, "Halo {0}, pesanan {1} sebesar Rp{2:N0} telah kami terima. Terima kasih!",
            customer.Name, order.Number, order.TotalRupiah);
        if (customer.Email is { } email)
            await mailer.SendAsync(email, "Konfirmasi pesanan", body, cancel);
        else if (customer.Phone is { } phone)
            await texts.SendAsync(phone, body, cancel);
        else
            log.LogInformation("Order {OrderId} has nobody to confirm it to", order.Id);
    }
}
