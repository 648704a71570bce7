using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Ocis.Accounts;

/// <summary>The links by which somebody says that an address is theirs: sealed, for one address of one account, for two days.</summary>
public sealed class ConfirmationLinks(IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(2);

    private readonly IDataProtector _protector = protection.CreateProtector("address-confirmation");

    public Uri For(Confirmation confirmation)
    {
        var until = (time.GetUtcNow() + Lifetime).UtcTicks.ToString(CultureInfo.InvariantCulture);
        var link = _protector.Protect(string.Join('|', confirmation.UserId, confirmation.Id, confirmation.WantsNewsletters, until));
        return new($"https://ocis.example/account/confirm?link={link}");
    }

    /// <summary>What a link says; null where it is forged, or has expired.</summary>
    public Confirmation? Read(string link)
    {
        try
        {
            var parts = _protector.Unprotect(link).Split('|');
            return long.Parse(parts[3], CultureInfo.InvariantCulture) <= time.GetUtcNow().UtcTicks
                ? null
                : new(Guid.Parse(parts[0]), Guid.Parse(parts[1]), bool.Parse(parts[2]));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
