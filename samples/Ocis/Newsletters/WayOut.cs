using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Ocis.Newsletters;

/// <summary>The link in each newsletter by which its reader has no more of them, without signing in.</summary>
public sealed class WayOut(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("newsletter-way-out");

    [OptOut]
    public string For(Guid userId) =>
        $"No more newsletters? {LinkFor(userId)}";

    /// <summary>The same link, to which a mail program posts by a button of its own (RFC 8058).</summary>
    [OptOut]
    public Uri LinkFor(Guid userId) =>
        new($"https://ocis.example/newsletter/unsubscribe?reader={_protector.Protect(userId.ToString())}");

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
