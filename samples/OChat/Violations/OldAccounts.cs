using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OChat.Accounts;
using OChat.Data;

namespace OChat.Violations;

/// <summary>How passwords were kept before anybody asked.</summary>
[Purpose(Purposes.Security)]
public sealed class OldAccounts(OChatContext ochat, IPasswordHasher<Account> passwords)
{
    public static void Keep(User user, RegistrationForm form) => user.PasswordHash = form.Password; // expect: PAC5006 OCHAT-1.2

    public Task<bool> IsRightAsync(SignInForm form, CancellationToken cancel) =>
        ochat.Users.AnyAsync(known => known.PasswordHash == form.Password, cancel); // expect: PAC5006 OCHAT-1.2

    public void Clean(User user, RegistrationForm form) => user.PasswordHash = passwords.HashPassword(Account.Any, form.Password);
}
