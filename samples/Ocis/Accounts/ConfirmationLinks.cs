using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Ocis.Accounts;

/// <summary>
/// The links in letters about an address: sealed, each for one claim and for one thing, for two days. Whoever reads the new
/// address confirms or discards; whoever reads the one before stops.
/// </summary>
public sealed class ConfirmationLinks(IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(2);

    private readonly IDataProtector _reader = protection.CreateProtector("address-confirmation");
    private readonly IDataProtector _before = protection.CreateProtector("address-change-stop");

    public Uri ToConfirm(Guid claim) => Link("confirm", _reader, claim);

    public Uri ToDiscard(Guid claim) => Link("discard", _reader, claim);

    public Uri ToStop(Guid claim) => Link("stop", _before, claim);

    /// <summary>Of which claim the reader of its address has a link; null where it is forged, or has expired.</summary>
    public Guid? Read(string link) => Read(_reader, link);

    /// <summary>The same, of a link to the address before.</summary>
    public Guid? ReadStop(string link) => Read(_before, link);

    private Uri Link(string page, IDataProtector protector, Guid claim)
    {
        var until = (time.GetUtcNow() + Lifetime).UtcTicks.ToString(CultureInfo.InvariantCulture);
        return new($"https://ocis.example/account/{page}?link={protector.Protect($"{claim}|{until}")}");
    }

    private Guid? Read(IDataProtector protector, string link)
    {
        try
        {
            var parts = protector.Unprotect(link).Split('|');
            return long.Parse(parts[1], CultureInfo.InvariantCulture) <= time.GetUtcNow().UtcTicks ? null : Guid.Parse(parts[0]);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
