using System.Security.Claims;

namespace JovaPos.Accounts;

/// <summary>What the session cookie says: an id and a role, and nothing of the person.</summary>
public static class ShopClaims
{
    /// <summary>Type of the claim that holds a customer's id.</summary>
    public const string CustomerId = "shop:customer";

    /// <summary>Type of the claim that holds the id of a member of staff.</summary>
    public const string StaffId = "shop:staff";

    /// <summary>The customer who is signed in.</summary>
    public static Guid CustomerIdOf(ClaimsPrincipal user) =>
        Guid.Parse(user.FindFirstValue(CustomerId) ?? throw new InvalidOperationException("No customer is signed in."));
}
