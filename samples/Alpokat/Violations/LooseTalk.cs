using Alpokat.Accounts;
using Alpokat.Data;
using Microsoft.AspNetCore.Identity;

namespace Alpokat.Violations;

/// <summary>What must not be in a log, and how a password is not kept.</summary>
public sealed class LooseTalk(ILogger<LooseTalk> log, IPasswordHasher<Account> passwords)
{
    public void Name(Merchant merchant) => log.LogInformation("Halo {Name}", merchant.Name); // expect: PAC5001

    public void Device(Visit visit) => log.LogInformation($"{visit.DeviceId} datang"); // expect: PAC5001

    public static void Refuse(Merchant merchant) =>
        throw new InvalidOperationException($"{merchant.Email} belum diverifikasi"); // expect: PAC5002

    public static void Keep(Merchant merchant, RegistrationForm form) => merchant.PasswordHash = form.Password; // expect: PAC5006

    public void Clean(Merchant merchant, RegistrationForm form)
    {
        merchant.PasswordHash = passwords.HashPassword(Account.Any, form.Password);
        log.LogInformation("Merchant {Id} datang", merchant.Id);
    }
}
