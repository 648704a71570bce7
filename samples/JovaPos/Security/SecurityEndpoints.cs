using JovaPos.Accounts;

namespace JovaPos.Security;

/// <summary>The staff's view of suspicious activity.</summary>
public static class SecurityEndpoints
{
    public static void MapSecurity(this IEndpointRouteBuilder app)
    {
        var security = app.MapGroup("/security").RequireAuthorization(ShopPolicies.Staff);

        security.MapGet("/signals", (FraudDesk desk, CancellationToken cancel) => desk.RecentAsync(cancel));

        security.MapGet("/incidents/{customerId:guid}", (
            Guid customerId, IncidentFile file, CancellationToken cancel) => file.OfAsync(customerId, cancel));

        security.MapPost("/signals/share", async (FraudDesk desk, CancellationToken cancel) =>
            Results.Ok(new { Shared = await desk.ShareStrongAsync(atLeast: 75, cancel) }));
    }
}
