using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Alpokat.Promotion;

/// <summary>The link in each offer by which its reader has no more of them, without signing in [ALPO-4.1].</summary>
public sealed class WayOut(IDataProtectionProvider protection)
{
    /// <summary>Where such links lead.</summary>
    public const string Path = "/penawaran/berhenti";

    private readonly IDataProtector _protector = protection.CreateProtector("offers-way-out");

    [OptOut]
    public string For(Guid merchantId) =>
        $"Tidak ingin menerima penawaran lagi? https://alpokat.example{Path}?pembaca={_protector.Protect(merchantId.ToString())}";

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
