using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using OChat.Data;

namespace OChat.Accounts;

/// <summary>A session outlives nobody: the cookie of somebody who was erased, or of a closed account, is refused.</summary>
internal static class ErasedPeople
{
    public static async Task RejectAsync(CookieValidatePrincipalContext context)
    {
        if (context.Principal is not { } caller)
            return;

        var ochat = context.HttpContext.RequestServices.GetRequiredService<OChatContext>();
        var cancel = context.HttpContext.RequestAborted;
        var isKnown = caller.HasClaim(claim => claim.Type == OChatClaims.User)
            ? await ochat.Users.AnyAsync(user => user.Id == OChatClaims.UserOf(caller) && user.ClosedAt == null, cancel)
            : await ochat.Customers.AnyAsync(customer => customer.Id == OChatClaims.CustomerOf(caller), cancel);
        if (isKnown)
            return;

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }
}
