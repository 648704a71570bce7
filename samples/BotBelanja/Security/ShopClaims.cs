using System.Globalization;
using System.Security.Claims;

namespace BotBelanja.Security;

/// <summary>What is known of a caller: for which shop it works, and at what.</summary>
internal static class ShopClaims
{
    public const string Shop = "shop";

    public const string Scope = "scope";

    public static int ShopOf(ClaimsPrincipal caller) => int.Parse(
        caller.FindFirstValue(Shop) ?? throw new InvalidOperationException("No shop is signed in."), CultureInfo.InvariantCulture);
}
