using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;

namespace Ocis.Accounts;

/// <summary>How many letters go to one address that somebody gave: five in a day. It counts hashes, and keeps no address.</summary>
public sealed class LetterLimit : IDisposable
{
    private const int Letters = 5;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(
            address, _ => new FixedWindowRateLimiterOptions { PermitLimit = Letters, Window = TimeSpan.FromDays(1) }));

    [Purpose(Purposes.Communication)]
    public bool Allows([DataCategory(Categories.Contact.Email)] string address)
    {
        using var lease = _limiter.AttemptAcquire(Convert.ToHexString(
            HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(address.Trim().ToUpperInvariant()))));
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
