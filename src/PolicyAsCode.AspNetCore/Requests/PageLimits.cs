using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace PolicyAsCode.AspNetCore;

/// <summary>How many calls one address or user makes: forms less often than pages.</summary>
internal sealed class PageLimits(IOptions<PrivacyRequestPagesOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _posts = Limiter(options.Value.PostsPerWindow, options.Value.RateWindow);
    private readonly PartitionedRateLimiter<HttpContext> _reads = Limiter(options.Value.ReadsPerWindow, options.Value.RateWindow);

    public string RetryAfter { get; } =
        Math.Ceiling(options.Value.RateWindow.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    public bool Allows(HttpContext http, bool isPost)
    {
        using var lease = (isPost ? _posts : _reads).AttemptAcquire(http);
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        _posts.Dispose();
        _reads.Dispose();
    }

    private static PartitionedRateLimiter<HttpContext> Limiter(int calls, TimeSpan window) =>
        PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetSlidingWindowLimiter(
            Who(http), _ => new() { PermitLimit = calls, Window = window, SegmentsPerWindow = 10, QueueLimit = 0 }));

    // Behind a proxy the address is the proxy's, unless the application reads forwarded headers.
    private static string Who(HttpContext http) =>
        http.User.Identity?.IsAuthenticated == true && http.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } user
            ? "user " + user
            : "address " + Network(http.Connection.RemoteIpAddress);

    // Whoever has one IPv6 address has all of the network.
    private static string Network(IPAddress? address)
    {
        if (address is null)
            return "unknown";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
