namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Which tenant a scope works for. An application whose context hides the rows of other tenants registers one, scoped:
/// requests are served in scopes of their own, some of them in the background, where no web request says whose they are.
/// The tenant is stored with the request, and entered in each scope that serves it before its context is made.
/// </summary>
public interface IPrivacyTenant
{
    /// <summary>
    /// The tenant that this scope works for; null for none. In a scope of its own that was made during a web request it is
    /// that of the web request, by <c>IHttpContextAccessor</c> or another ambient value.
    /// </summary>
    string? Current { get; }

    /// <summary>Makes this scope work for a tenant, whatever it worked for before.</summary>
    /// <param name="tenant">What <see cref="Current"/> said when the request came in.</param>
    void Enter(string? tenant);
}
