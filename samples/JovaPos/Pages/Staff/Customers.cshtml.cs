using JovaPos.Accounts;
using JovaPos.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace JovaPos.Pages;

/// <summary>Whom staff can call back.</summary>
[Authorize(Policy = ShopPolicies.Staff)]
[Purpose(Purposes.CustomerSupport)]
public sealed class CustomersModel(ShopContext shop) : PageModel
{
    private const int AtMost = 100;

    public IReadOnlyList<Customer> Customers { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Customers = await shop.Customers.OrderBy(customer => customer.Name).Take(AtMost).ToListAsync(cancel);
}
