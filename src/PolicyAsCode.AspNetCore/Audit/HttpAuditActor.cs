using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore;

/// <summary>
/// Who acts is the user of the request; for what is the <c>[Purpose]</c> of the endpoint that serves it, which the analyzers
/// check as well. Outside of requests nobody acts, and the program itself is recorded.
/// </summary>
/// <param name="http">The request.</param>
/// <param name="kindOf">The kind of person that a user is.</param>
/// <param name="claimType">The claim that holds the key of their row.</param>
/// <param name="nameIsKey">Whether the name of a user without that claim is their key.</param>
internal sealed class HttpAuditActor(
    IHttpContextAccessor http, Func<ClaimsPrincipal, string> kindOf, string claimType, bool nameIsKey) : IAuditActor
{
    /// <summary>Somebody who has not signed in.</summary>
    private static readonly AuditActor s_anonymous = AuditActor.Of("anonymous");

    /// <summary>
    /// Somebody who has signed in, and whose key nothing says. Their name is no key: no erasure would take it out of the trail,
    /// and a name is what somebody else can have.
    /// </summary>
    private static readonly AuditActor s_unidentified = AuditActor.Of("unidentified");

    public AuditActor? Current
    {
        get
        {
            if (http.HttpContext is not { User: { } user })
                return null;
            var id = user.Identities.Where(one => one.IsAuthenticated).SelectMany(one => one.FindAll(claimType))
                .Select(claim => claim.Value).FirstOrDefault(value => value.Length > 0);
            if (id is not null)
                return new(kindOf(user), id);
            if (user.Identity is not { IsAuthenticated: true } identity)
                return s_anonymous;
            return nameIsKey && identity.Name is { Length: > 0 } name ? new(kindOf(user), name) : s_unidentified;
        }
    }

    public IReadOnlyList<string> Purposes => http.HttpContext?.GetEndpoint()?.Metadata.GetMetadata<PurposeAttribute>()?.Purposes ?? [];
}
