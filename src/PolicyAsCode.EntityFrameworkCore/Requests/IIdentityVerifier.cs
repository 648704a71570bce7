namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Decides whether it is the person who asks. Without one of the application's own it is whoever knows the code that was
/// sent to the registered address.
/// </summary>
public interface IIdentityVerifier
{
    /// <summary>What a request is told of how its identity was verified, such as <c>code</c>.</summary>
    string Name { get; }

    /// <summary>Whether an answer proves it. How often it is asked for a request is limited before it is asked.</summary>
    /// <param name="request">The request.</param>
    /// <param name="answer">What came from who asks.</param>
    /// <param name="cancel">Stops; the try counts.</param>
    Task<bool> IsProvenAsync(PrivacyRequest request, IdentityAnswer answer, CancellationToken cancel);
}
