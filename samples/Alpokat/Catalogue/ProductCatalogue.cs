using Alpokat.Data;
using Microsoft.EntityFrameworkCore;

namespace Alpokat.Catalogue;

/// <summary>What merchants sell.</summary>
public sealed class ProductCatalogue(AlpokatContext alpokat)
{
    public async Task<Guid> UploadAsync(Guid merchantId, ProductForm form, CancellationToken cancel)
    {
        var product = new Product
        {
            Id = Guid.NewGuid(), MerchantId = merchantId, Title = form.Title, Group = form.Group, PriceRupiah = form.PriceRupiah,
        };
        alpokat.Products.Add(product);
        await alpokat.SaveChangesAsync(cancel);
        return product.Id;
    }

    public Task<List<ProductView>> OfAsync(Guid merchantId, CancellationToken cancel) =>
        alpokat.Products.Where(product => product.MerchantId == merchantId)
            .OrderBy(product => product.Title).ThenBy(product => product.Id)
            .Select(product => new ProductView(product.Id, product.Title, product.Group, product.PriceRupiah))
            .ToListAsync(cancel);

    /// <summary>What a merchant shows to the others who sell here; null where there is none [ALPO-2.2].</summary>
    [Purpose(Purposes.ServiceProvision)]
    public async Task<ShopView?> ShopAsync(Guid merchantId, CancellationToken cancel)
    {
        if (await alpokat.Merchants.SingleOrDefaultAsync(known => known.Id == merchantId && known.ClosedAt == null, cancel) is not { } merchant)
            return null;

        return new() { PublicProfile = merchant.PublicProfile, Products = await OfAsync(merchantId, cancel) };
    }
}
