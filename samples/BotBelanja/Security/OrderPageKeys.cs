using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using BotBelanja.Data;
using Microsoft.EntityFrameworkCore;

namespace BotBelanja.Security;

/// <summary>Issues keys to the programs of shops, and knows them again by their digest [BOT-4.2].</summary>
public sealed class OrderPageKeys(OrdersContext orders, TimeProvider time)
{
    private const int Length = 32;

    /// <summary>A new key. It is shown once, here; afterwards nobody can read it, BotBelanja included.</summary>
    public async Task<string> IssueAsync(int shopId, KeyScope scope, CancellationToken cancel)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Length));
        orders.Keys.Add(new OrderPageKey
        {
            Id = await orders.Keys.MaxAsync(known => (int?)known.Id, cancel) + 1 ?? 1,
            ShopId = shopId,
            Scope = scope,
            Digest = DigestOf(key),
            IssuedAt = time.GetUtcNow(),
        });
        await orders.SaveChangesAsync(cancel);
        return key;
    }

    /// <summary>Takes a shop's keys of a scope out of use, at once.</summary>
    public Task<int> RevokeAsync(int shopId, KeyScope scope, CancellationToken cancel)
    {
        DateTimeOffset? now = time.GetUtcNow();
        return orders.Keys
            .Where(key => key.ShopId == shopId && key.Scope == scope && key.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(key => key.RevokedAt, now), cancel);
    }

    /// <summary>Whose key it is, and for what; null where it is nobody's. Looked up by its digest, so that no comparison tells anything of a key.</summary>
    public Task<OrderPageKey?> FindAsync(string presented, CancellationToken cancel)
    {
        var digest = DigestOf(presented);
        return orders.Keys.AsNoTracking()
            .SingleOrDefaultAsync(key => key.Digest == digest && key.RevokedAt == null, cancel);
    }

    internal static byte[] DigestOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    /// <summary>The key of a seeded shop, on a developer's machine or in a test.</summary>
    internal static string SeededKey(string secret, string shop, KeyScope scope) => Base64Url.EncodeToString(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{shop}/{scope}")));
}
