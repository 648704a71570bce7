using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Ocis.Accounts;

/// <summary>
/// Counts the tries for an account, whether there is one or not: those from one network, and, slower, all together. Whoever tries
/// from elsewhere does not lock the owner out: a network from which the account was signed in to is counted by itself alone.
/// Nothing that somebody typed in is kept: hashes are, under a key that lives as long as the process.
/// </summary>
[Purpose(Purposes.Security)]
public sealed class SignInThrottle : IDisposable
{
    private const int MostKnown = 100_000;
    private const int LongestName = 100;

    private static readonly TimeSpan s_rememberedFor = TimeSpan.FromDays(30);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly PartitionedRateLimiter<string> _fromNetwork;
    private readonly PartitionedRateLimiter<string> _everywhere;
    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = MostKnown });

    public SignInThrottle(IOptions<SignInLimits> options)
    {
        _fromNetwork = Limiter(options.Value.PerAccount, options.Value.Window);
        _everywhere = Limiter(options.Value.PerAccountEverywhere, options.Value.Window);
    }

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var name = NameOf(context.Arguments.OfType<SignInForm>().Single());
        var pair = KeyOf(name, context.HttpContext);
        if (!Allows(_fromNetwork, pair) || (!_known.TryGetValue(pair, out _) && !Allows(_everywhere, Hash(name))))
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);

        var answer = await next(context);
        if (answer is NoContent)
            _known.Set(pair, true, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = s_rememberedFor });
        return answer;
    }

    /// <summary>Whether somebody may try a password of an account once more, from where they are.</summary>
    public bool Allows(HttpContext http, Guid account) => Allows(_fromNetwork, KeyOf($"{account}", http));

    public void Dispose()
    {
        _fromNetwork.Dispose();
        _everywhere.Dispose();
        _known.Dispose();
    }

    internal string Hash(string text) => Convert.ToHexString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));

    private string KeyOf(string account, HttpContext http) => Hash($"{account}\n{NetworkOf(http)}");

    private static bool Allows(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> Limiter(int permits, TimeSpan window) => PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetFixedWindowLimiter(
            key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window }));

    private static string NameOf(SignInForm form) => IsNobodyYet() ? Written(form.UserName) : "";

    private static string Written(string name) => name[..Math.Min(name.Length, LongestName)].Trim().ToUpperInvariant();

    private static string NetworkOf(HttpContext http) => IsNobodyYet() ? Networks.Of(http.Connection.RemoteIpAddress) : "";

    // Who is about to sign in has not said who they are: nobody's objection is known, and none is overruled.
    [Gate(Gates.NoObjection)]
    private static bool IsNobodyYet() => true;
}
