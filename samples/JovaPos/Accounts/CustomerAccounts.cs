using System.Security.Claims;
using JovaPos.Data;
using JovaPos.Security;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace JovaPos.Accounts;

/// <summary>Opens customers' accounts and signs them in.</summary>
public sealed class CustomerAccounts(
    ShopContext shop,
    IPasswordHasher<Account> passwords,
    SignInMonitor monitor,
    TimeProvider time,
    ILogger<CustomerAccounts> log)
{
    /// <summary>
    /// Opens an account; null where the address has one. It collects for every purpose of the policy and serves none
    /// itself: what the data is used for is judged where it is used. Asking for the address and keeping the password is
    /// security's.
    /// </summary>
    public async Task<Guid?> RegisterAsync(RegistrationForm form, CancellationToken cancel)
    {
        if (await IsTakenAsync(form, cancel))
            return null;

        var now = time.GetUtcNow();
        var customer = new Customer
        {
            Id = Guid.NewGuid(),
            Name = form.Name,
            Email = form.Email,
            Phone = form.Phone,
            Address = form.Address,
            RegisteredAt = now,
            LastActivityAt = now,
        };
        customer.PasswordHash = HashOf(form);
        shop.Customers.Add(customer);
        await shop.SaveChangesAsync(cancel);
        log.LogInformation("Registered customer {CustomerId}", customer.Id);
        return customer.Id;
    }

    [Purpose(Purposes.Security)]
    private Task<bool> IsTakenAsync(RegistrationForm form, CancellationToken cancel) =>
        shop.Customers.AnyAsync(known => known.Email == form.Email, cancel);

    [Purpose(Purposes.Security)]
    private string HashOf(RegistrationForm form) => passwords.HashPassword(Account.Any, form.Password);

    /// <summary>Who this is, or null; every attempt is remembered for a while, to notice guessing.</summary>
    [Purpose(Purposes.Security)]
    public async Task<ClaimsPrincipal?> SignInAsync(SignInForm form, SignInOrigin origin, CancellationToken cancel)
    {
        var customer = await shop.Customers.SingleOrDefaultAsync(known => known.Email == form.Login, cancel);
        if (customer?.PasswordHash is null)
            return null;

        var right = passwords.VerifyHashedPassword(Account.Any, customer.PasswordHash, form.Password)
            != PasswordVerificationResult.Failed;
        await monitor.RecordAsync(customer.Id, origin, right, cancel);
        if (!right)
            return null;

        customer.LastActivityAt = time.GetUtcNow();
        await shop.SaveChangesAsync(cancel);
        return new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ShopClaims.CustomerId, customer.Id.ToString())],
            CookieAuthenticationDefaults.AuthenticationScheme));
    }
}
