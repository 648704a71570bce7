using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Ocis.Data;

namespace Ocis.Accounts;

/// <summary>A key for each organiser, "1.random": given out once, and kept as what SHA-256 makes of it.</summary>
public sealed class PartnerKeys(OcisContext ocis)
{
    private const int Bytes = 32;

    /// <summary>A new key, which ends the one before; null where there is no such organiser.</summary>
    public async Task<string?> GiveAsync(int organiserId, CancellationToken cancel)
    {
        if (await ocis.Organisers.SingleOrDefaultAsync(known => known.Id == organiserId, cancel) is not { } organiser)
            return null;

        var key = string.Create(CultureInfo.InvariantCulture, $"{organiserId}.{RandomNumberGenerator.GetHexString(2 * Bytes)}");
        organiser.KeyHash = Hash(key);
        await ocis.SaveChangesAsync(cancel);
        return key;
    }

    /// <summary>Whose key this is; null where it is nobody's.</summary>
    public async Task<int?> OrganiserOfAsync(string key, CancellationToken cancel)
    {
        var known = int.TryParse(key.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? await ocis.Organisers.Where(organiser => organiser.Id == id).Select(organiser => organiser.KeyHash).SingleOrDefaultAsync(cancel)
            : null;
        // Compared in the same time whether it is right, nearly right, or there is none.
        var isRight = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(known ?? Hash("")), Encoding.ASCII.GetBytes(Hash(key)));
        return isRight && known is not null ? id : null;
    }

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
