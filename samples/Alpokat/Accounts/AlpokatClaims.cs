using System.Security.Claims;

namespace Alpokat.Accounts;

/// <summary>What the session cookie says: the key of a merchant, or the name of a desk, and nothing of any person.</summary>
public static class AlpokatClaims
{
    public const string Merchant = "alpokat:merchant";

    public static Guid MerchantOf(ClaimsPrincipal caller) =>
        Guid.Parse(caller.FindFirstValue(Merchant) ?? throw new InvalidOperationException("Nobody is signed in as a merchant."));
}
