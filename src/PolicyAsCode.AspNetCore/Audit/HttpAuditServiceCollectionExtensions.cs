using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore;

/// <summary>Registers who acts in requests.</summary>
public static class HttpAuditServiceCollectionExtensions
{
    /// <summary>
    /// Has the audit record the signed-in user, and the <c>[Purpose]</c> of the endpoint. Beside <c>AddPrivacyAudit</c>.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="kind">The kind of person that users are, such as <c>staff</c>.</param>
    /// <param name="claimType">The claim that holds the key of their row.</param>
    /// <param name="nameIsKey">
    /// Whether the name of a user without that claim is the key of their row; otherwise they are recorded as <c>unidentified</c>.
    /// </param>
    public static IServiceCollection AddHttpAuditActor(
        this IServiceCollection services, string kind, string claimType = ClaimTypes.NameIdentifier, bool nameIsKey = false) =>
        services.AddHttpAuditActor(_ => kind, claimType, nameIsKey);

    /// <summary>
    /// Has the audit record the signed-in user, and the <c>[Purpose]</c> of the endpoint. Beside <c>AddPrivacyAudit</c>.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="kindOf">The kind of person that a user is, where some are staff and others customers.</param>
    /// <param name="claimType">The claim that holds the key of their row.</param>
    /// <param name="nameIsKey">
    /// Whether the name of a user without that claim is the key of their row; otherwise they are recorded as <c>unidentified</c>.
    /// </param>
    public static IServiceCollection AddHttpAuditActor(
        this IServiceCollection services, Func<ClaimsPrincipal, string> kindOf, string claimType = ClaimTypes.NameIdentifier,
        bool nameIsKey = false)
    {
        ArgumentNullException.ThrowIfNull(kindOf);
        services.AddHttpContextAccessor();
        services.AddSingleton<IAuditActor>(provider =>
            new HttpAuditActor(provider.GetRequiredService<IHttpContextAccessor>(), kindOf, claimType, nameIsKey));
        return services;
    }
}
