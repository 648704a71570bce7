using JovaPos.Accounts;
using JovaPos.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace JovaPos.Violations;

/// <summary>How passwords were kept before anybody asked.</summary>
[Purpose(Purposes.Security)]
public sealed class OldSignIn(ShopContext shop, IPasswordHasher<Account> passwords, HttpClient http)
{
    public static void Keep(Customer customer, RegistrationForm form) => customer.PasswordHash = form.Password; // expect: PAC5006 JOVA-1.10

    public void KeepHashed(Customer customer, RegistrationForm form) =>
        customer.PasswordHash = passwords.HashPassword(Account.Any, form.Password);

    public Task<bool> IsRightAsync(RegistrationForm form, CancellationToken cancel) =>
        shop.Customers.AnyAsync(known => known.PasswordHash == form.Password, cancel); // expect: PAC5006 JOVA-1.10

    public bool IsRight(Customer customer, RegistrationForm form) =>
        passwords.VerifyHashedPassword(Account.Any, customer.PasswordHash!, form.Password) != PasswordVerificationResult.Failed;

    public Task TellAsync(RegistrationForm form, CancellationToken cancel) =>
        http.PostAsJsonAsync("http://alarm.jovapos.example/tries", form.Email, cancel); // expect: PAC3008, PAC5008

    public Task TellSecretlyAsync(RegistrationForm form, CancellationToken cancel) =>
        http.PostAsJsonAsync("https://alarm.jovapos.example/tries", form.Email, cancel); // expect: PAC3008
}
