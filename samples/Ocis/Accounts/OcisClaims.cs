using System.Globalization;
using System.Security.Claims;

namespace Ocis.Accounts;

/// <summary>What the session cookie says: an id and a role, and nothing of the person.</summary>
public static class OcisClaims
{
    public const string User = "ocis:user";

    /// <summary>For which organiser a system speaks.</summary>
    public const string Organiser = "ocis:organiser";

    public static int OrganiserOf(ClaimsPrincipal caller) => int.Parse(
        caller.FindFirstValue(Organiser) ?? throw new InvalidOperationException("No organiser speaks."), CultureInfo.InvariantCulture);

    public static Guid UserOf(ClaimsPrincipal caller) =>
        Guid.Parse(caller.FindFirstValue(User) ?? throw new InvalidOperationException("Nobody is signed in."));

    /// <summary>Who is signed in; null where nobody is.</summary>
    public static Guid? FindUser(ClaimsPrincipal caller) => caller.HasClaim(claim => claim.Type == User) ? UserOf(caller) : null;
}
