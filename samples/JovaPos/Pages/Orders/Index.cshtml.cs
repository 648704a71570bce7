using JovaPos.Accounts;
using JovaPos.Ordering;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JovaPos.Pages;

/// <summary>A customer's own orders.</summary>
[Authorize(Policy = ShopPolicies.Customer)]
[Purpose(Purposes.Transactions)]
public sealed class OrdersModel(OrderService service) : PageModel
{
    public IReadOnlyList<OrderView> Orders { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Orders = await service.OfAsync(ShopClaims.CustomerIdOf(User), cancel);
}
