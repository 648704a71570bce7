using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace JovaPos.Marketing;

/// <summary>The link in each campaign by which its reader has no more of them, without signing in [JOVA-1.4].</summary>
public sealed class WayOut(IDataProtectionProvider protection)
{
    /// <summary>Where such links lead.</summary>
    public const string Path = "/berhenti";

    private readonly IDataProtector _protector = protection.CreateProtector("way-out");

    [OptOut]
    public string For(Guid customerId) =>
        $"Tidak ingin menerima promosi? https://jovapos.example{Path}?pembaca={_protector.Protect(customerId.ToString())}";

    /// <summary>Whose link it is; null where it is nobody's.</summary>
    public Guid? Read(string reader)
    {
        try
        {
            return Guid.Parse(_protector.Unprotect(reader));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
