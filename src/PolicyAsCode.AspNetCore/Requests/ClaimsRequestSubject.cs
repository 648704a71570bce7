using System.Security.Claims;

namespace PolicyAsCode.AspNetCore;

/// <summary>
/// Takes the person who is signed in from a claim. How people without an account are looked up, the application says.
/// </summary>
/// <param name="subject">The kind of person that users are, such as <c>customer</c>.</param>
/// <param name="claimType">
/// The claim that holds the key of their row, and that nobody else has: by one that staff has as well, such as the name
/// identifier, staff would be taken for the people whose keys are the same.
/// </param>
public abstract class ClaimsRequestSubject(string subject, string claimType) : IRequestSubject
{
    /// <inheritdoc/>
    public virtual ValueTask<RequestPerson?> OfAsync(ClaimsPrincipal user, CancellationToken cancel) => new(
        user.Identities.Where(identity => identity.IsAuthenticated).SelectMany(identity => identity.FindAll(claimType))
            .Select(claim => claim.Value).FirstOrDefault(value => value.Length > 0) is { } id
            ? new RequestPerson(subject, id)
            : null);

    /// <inheritdoc/>
    public abstract ValueTask<RequestPerson?> FindAsync(AskedBy asked, CancellationToken cancel);
}
