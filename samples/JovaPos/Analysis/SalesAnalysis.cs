using JovaPos.Data;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos.Analysis;

/// <summary>Looks for trends, and hands pseudonymised purchases to research [JOVA-1.7, JOVA-2.5].</summary>
[Purpose(Purposes.Analysis)]
public sealed class SalesAnalysis(
    ShopContext shop, IRestrictions restrictions, CustomerPseudonyms pseudonyms, IResearchPartner partner)
{
    /// <summary>How many of each product were sold; about nobody in particular.</summary>
    public async Task<IReadOnlyList<ProductSales>> SoldAsync(CancellationToken cancel) =>
        await shop.Products
            .Select(product => new ProductSales
            {
                Product = product.Title,
                Sold = shop.OrderLines.Where(line => line.ProductId == product.Id).Sum(line => line.Quantity),
            })
            .OrderByDescending(sales => sales.Sold).ThenBy(sales => sales.Product)
            .ToListAsync(cancel);

    /// <summary>
    /// Sends every purchase of a customer whose link still stands, and who did not have that use of their data restricted or
    /// object to it [JOVA-4.3]; returns how many.
    /// </summary>
    public async Task<int> ShareAsync(CancellationToken cancel)
    {
        var leftOut = await restrictions.SubjectsAsync(Subjects.Customer, Purposes.Analysis, cancel);
        var lines = await shop.OrderLines.Include(line => line.Order)
            .Where(line => line.Order!.CustomerId != null)
            .OrderBy(line => line.Order!.PlacedAt).ThenBy(line => line.Id)
            .ToListAsync(cancel);

        var purchases = new List<PseudonymousPurchase>();
        foreach (var line in lines)
        {
            if (line.Order is not { CustomerId: { } customerId } order || leftOut.Contains(customerId.ToString()))
                continue;

            purchases.Add(pseudonyms.Purchase(customerId, line, order.PlacedAt));
        }

        await partner.ReceiveAsync(purchases, cancel);
        return purchases.Count;
    }
}
