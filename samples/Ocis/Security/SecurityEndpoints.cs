using Ocis.Accounts;

namespace Ocis.Security;

/// <summary>What looks like an attack, for those who may see from where.</summary>
internal static class SecurityEndpoints
{
    public static void MapSecurity(this IEndpointRouteBuilder app) =>
        app.MapGet("/security/suspicions", (SignInWatch watch, CancellationToken cancel) => watch.LookAsync(cancel))
            .RequireAuthorization(OcisPolicies.PrivacyOfficer);
}
