using JovaPos.Data;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace JovaPos.Pages;

/// <summary>The catalogue, for everybody.</summary>
public sealed class IndexModel(ShopContext shop) : PageModel
{
    public IReadOnlyList<Product> Products { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Products = await shop.Products.OrderBy(product => product.Title).ToListAsync(cancel);
}
