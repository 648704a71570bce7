using System.Security.Claims;

namespace Ocis.Accounts;

/// <summary>What the session cookie says: an id and a role, and nothing of the person.</summary>
public static class OcisClaims
{
    public const string User = "ocis:user";

    public static Guid UserOf(ClaimsPrincipal caller) =>
        Guid.Parse(caller.FindFirstValue(User) ?? throw new InvalidOperationException("Nobody is signed in."));
}
