using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Alpokat.Accounts;

/// <summary>Signs in the desks at ALPOKAT: each has a key of its own by configuration. The system knows no staff by name.</summary>
public sealed class DeskKeys(IConfiguration configuration)
{
    /// <summary>The desk whose key this is, or null.</summary>
    public ClaimsPrincipal? SignIn(DeskForm form)
    {
        if (!AlpokatPolicies.Desks.Contains(form.Desk) || configuration[$"Desks:{form.Desk}"] is not { Length: > 0 } key)
            return null;

        return CryptographicOperations.FixedTimeEquals(Digest(key), Digest(form.Key))
            ? new(new ClaimsIdentity(
                [new Claim(ClaimTypes.Name, form.Desk), new Claim(ClaimTypes.Role, form.Desk)],
                CookieAuthenticationDefaults.AuthenticationScheme))
            : null;
    }

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
