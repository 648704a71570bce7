namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// The person of a request is there, and hidden from the scope that serves it: it works for another tenant. Nothing was
/// changed, and nobody is told that nothing was held about them.
/// </summary>
/// <param name="requestId">The request.</param>
public sealed class PrivacyRequestHiddenException(Guid requestId) : InvalidOperationException(
    $"Request {requestId} cannot be executed: a query filter of the context hides the person. "
    + $"Register an {nameof(IPrivacyTenant)}, so that it is served for the tenant that it came in for.")
{
    /// <summary>The request.</summary>
    public Guid RequestId { get; } = requestId;
}
