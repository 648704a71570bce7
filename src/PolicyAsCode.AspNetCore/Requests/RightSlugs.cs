using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore;

/// <summary>What rights are called in addresses: <c>consent-withdrawal</c>.</summary>
internal static class RightSlugs
{
    private static readonly Dictionary<string, PrivacyRight> s_rights =
        Enum.GetValues<PrivacyRight>().ToDictionary(Of, StringComparer.Ordinal);

    public static string Of(PrivacyRight right) =>
        right == PrivacyRight.ConsentWithdrawal ? "consent-withdrawal" : right.ToString().ToLowerInvariant();

    public static PrivacyRight? Find(string slug) => s_rights.TryGetValue(slug, out var right) ? right : null;
}
