using System.Security.Claims;
using JovaPos.Data;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace JovaPos.Accounts;

/// <summary>Signs staff in.</summary>
[Purpose(Purposes.Security)]
public sealed class StaffAccounts(ShopContext shop, IPasswordHasher<Account> passwords)
{
    public async Task<ClaimsPrincipal?> SignInAsync(SignInForm form, CancellationToken cancel)
    {
        var member = await shop.Staff.SingleOrDefaultAsync(
            known => known.SignInName == form.Login && known.LeftAt == null, cancel);
        if (member?.PasswordHash is null)
            return null;

        var checkedPassword = passwords.VerifyHashedPassword(Account.Any, member.PasswordHash, form.Password);
        if (checkedPassword == PasswordVerificationResult.Failed)
            return null;

        var claims = new List<Claim> { new(ShopClaims.StaffId, member.Id.ToString()) };
        if (member.Role is { } role)
            claims.Add(new Claim(ClaimTypes.Role, role.ToString()));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme));
    }
}
