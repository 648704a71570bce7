using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace OChat.Promotion;

/// <summary>The link in each offer by which its reader has no more of them, without signing in [OCHAT-2.7].</summary>
public sealed class WayOut(IDataProtectionProvider protection)
{
    /// <summary>Where such links lead.</summary>
    public const string Path = "/offers/stop";

    private readonly IDataProtector _protector = protection.CreateProtector("way-out");

    [OptOut]
    public string For(Guid userId) =>
        $"No more offers? https://ochat.example{Path}?reader={_protector.Protect(userId.ToString())}";

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
