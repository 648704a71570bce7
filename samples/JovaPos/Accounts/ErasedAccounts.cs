using JovaPos.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace JovaPos.Accounts;

/// <summary>
/// A session outlives nobody: the cookie of an erased customer is refused on its next use [JOVA-3.7].
/// </summary>
internal static class ErasedAccounts
{
    public static async Task RejectAsync(CookieValidatePrincipalContext context)
    {
        var id = context.Principal?.Claims.FirstOrDefault(claim => claim.Type == ShopClaims.CustomerId)?.Value;
        if (id is null)
            return;

        var shop = context.HttpContext.RequestServices.GetRequiredService<ShopContext>();
        var customerId = Guid.Parse(id);
        if (await shop.Customers.AnyAsync(customer => customer.Id == customerId, context.HttpContext.RequestAborted))
            return;

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }
}
