using Alpokat.Accounts;

namespace Alpokat.Security;

/// <summary>What looks like fraud, for the desk that investigates it.</summary>
internal static class SecurityEndpoints
{
    public static void MapSecurity(this IEndpointRouteBuilder app) =>
        app.MapGet("/fraud-signals", (FraudWatch watch, CancellationToken cancel) => watch.RaisedAsync(cancel))
            .RequireAuthorization(AlpokatPolicies.Legal);
}
