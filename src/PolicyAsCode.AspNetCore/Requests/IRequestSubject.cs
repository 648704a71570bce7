using System.Security.Claims;

namespace PolicyAsCode.AspNetCore;

/// <summary>Tells the request pages whom somebody is on record as. The application knows; register one, scoped.</summary>
public interface IRequestSubject
{
    /// <summary>The person who is signed in; null where the user is nobody of whom there are records.</summary>
    /// <param name="user">Who is signed in.</param>
    /// <param name="cancel">Stops.</param>
    ValueTask<RequestPerson?> OfAsync(ClaimsPrincipal user, CancellationToken cancel);

    /// <summary>
    /// The one person to whom all of it belongs; null for nobody and for several. It proves nothing: a code goes to the
    /// address on record, and whoever asks is told the same, whether there is somebody or not.
    /// </summary>
    /// <param name="asked">What somebody without an account says of who they are.</param>
    /// <param name="cancel">Stops.</param>
    ValueTask<RequestPerson?> FindAsync(AskedBy asked, CancellationToken cancel);
}
