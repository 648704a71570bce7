using System.Security.Claims;

namespace OChat.Accounts;

/// <summary>What the session cookie says: an id, and nothing of the person.</summary>
public static class OChatClaims
{
    public const string User = "ochat:user";

    public const string Customer = "ochat:customer";

    public static Guid UserOf(ClaimsPrincipal caller) => Read(caller, User);

    public static Guid CustomerOf(ClaimsPrincipal caller) => Read(caller, Customer);

    private static Guid Read(ClaimsPrincipal caller, string type) =>
        Guid.Parse(caller.FindFirstValue(type) ?? throw new InvalidOperationException($"Nobody is signed in as {type}."));
}
