using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Ocis.Accounts;

/// <summary>Counts by the address that a request comes from. It is kept in memory, for as long as it is counted.</summary>
// The law wants what is processed secured (GDPR Art. 32): nobody objects to that, and it asks nobody.
[Purpose(Purposes.LegalCompliance)]
internal sealed class PerAddressPolicy(IOptions<SignInLimits> options) : IRateLimiterPolicy<string>
{
    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => null;

    public RateLimitPartition<string> GetPartition(HttpContext http) => RateLimitPartition.GetFixedWindowLimiter(
        AddressOf(http) ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = options.Value.PerAddress, Window = options.Value.Window });

    [return: DataCategory(Categories.Device.IpAddress)]
    private static string? AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString();
}
