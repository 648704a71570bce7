using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Alpokat.Accounts;

/// <summary>Counts by the network that a request comes from. It is kept in memory, for as long as it is counted.</summary>
[Purpose(Purposes.Security)]
internal sealed class PerAddressPolicy(IOptions<SignInLimits> options) : IRateLimiterPolicy<string>
{
    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => null;

    public RateLimitPartition<string> GetPartition(HttpContext http) => RateLimitPartition.GetFixedWindowLimiter(
        NetworkOf(http), _ => new FixedWindowRateLimiterOptions { PermitLimit = options.Value.PerAddress, Window = options.Value.Window });

    [return: DataCategory(Categories.Device.IpAddress)]
    private static string NetworkOf(HttpContext http) =>
        Networks.Of(http.Connection.RemoteIpAddress);
}
