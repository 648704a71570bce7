using System.Globalization;
using JovaPos.Data;
using Microsoft.EntityFrameworkCore;

namespace JovaPos.Communication;

/// <summary>Writes what was bought and for how much; it is written anew each time and stored nowhere [JOVA-1.3].</summary>
[Purpose(Purposes.Communication)]
public sealed class Receipts(ShopContext shop)
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    /// <summary>The receipt of an order of this customer, or null.</summary>
    public async Task<Receipt?> OfAsync(Guid customerId, string number, CancellationToken cancel)
    {
        var order = await shop.Orders.AsNoTracking()
            .Include(found => found.Lines).ThenInclude(line => line.Product)
            .SingleOrDefaultAsync(found => found.Number == number && found.CustomerId == customerId, cancel);
        return order is null ? null : Write(order);
    }

    /// <summary>The receipt of an order whose lines and products are read.</summary>
    private static Receipt Write(Order order)
    {
        var bought = order.Lines.OrderBy(line => line.Product!.Title, StringComparer.Ordinal).Select(line => string.Format(
            Indonesian, "{0} x {1} @ Rp{2:N0}", line.Quantity, line.Product!.Title, line.UnitPriceRupiah));
        return new Receipt
        {
            Text = string.Format(
                Indonesian, "Nota {0}\n{1}\nJumlah: Rp{2:N0}", order.Number, string.Join('\n', bought), order.TotalRupiah),
        };
    }
}
