using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Ocis.Accounts;

/// <summary>Counts by the account that somebody wants to be let into, whether there is one or not.</summary>
[Purpose(Purposes.ServiceProvision)]
public sealed class SignInThrottle(IOptions<SignInLimits> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(account =>
        RateLimitPartition.GetFixedWindowLimiter(account, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = options.Value.PerAccount,
            Window = options.Value.Window,
        }));

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        using var lease = _limiter.AttemptAcquire(AccountOf(context.Arguments.OfType<SignInForm>().Single()));
        return lease.IsAcquired ? await next(context) : Results.StatusCode(StatusCodes.Status429TooManyRequests);
    }

    public void Dispose() => _limiter.Dispose();

    private static string AccountOf(SignInForm form) => form.UserName.Trim().ToUpperInvariant();
}
