using Alpokat.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace Alpokat.Accounts;

/// <summary>A session outlives nobody: the cookie of a merchant who was erased, or has closed the account, is refused.</summary>
internal static class ErasedMerchants
{
    public static async Task RejectAsync(CookieValidatePrincipalContext context)
    {
        if (context.Principal?.Claims.FirstOrDefault(claim => claim.Type == AlpokatClaims.Merchant)?.Value is not { } key)
            return;

        var id = Guid.Parse(key);
        var alpokat = context.HttpContext.RequestServices.GetRequiredService<AlpokatContext>();
        if (await alpokat.Merchants.AnyAsync(known => known.Id == id && known.ClosedAt == null, context.HttpContext.RequestAborted))
            return;

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }
}
