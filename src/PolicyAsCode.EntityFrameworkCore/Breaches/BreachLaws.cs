using System.Collections.Immutable;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What the laws ask after a breach: hours from the moment at which the controller came to know.</summary>
internal static class BreachLaws
{
    private static readonly (string Law, string Article, bool ToPeople, TimeSpan? Within, bool OnlyAtHighRisk)[] s_all =
    [
        // 3 x 24 hours, weekends and holidays or not.
        ("uu-pdp", "UU PDP art. 46(1)(a)", true, TimeSpan.FromHours(3 * 24), false),
        ("uu-pdp", "UU PDP art. 46(1)(b)", false, TimeSpan.FromHours(3 * 24), false),
        ("gdpr", "GDPR Art. 33(1)", false, TimeSpan.FromHours(72), false),
        ("gdpr", "GDPR Art. 34(1)", true, null, true),
    ];

    private static readonly string[] s_highRisk =
        ["special", "government", "payment", "account.password", "account.security-token", "location.precise", "identity.birth-date"];

    public static ImmutableArray<BreachDeadline> Of(ImmutableArray<string> laws, DateTimeOffset knownAt, DateTimeOffset now) =>
    [
        .. s_all.Where(law => laws.Contains(law.Law)).Select(law => new BreachDeadline(
            law.Law, law.Article, law.ToPeople, knownAt + law.Within,
            law.Within is { } within ? Math.Round((knownAt + within - now).TotalHours, 1) : null, law.OnlyAtHighRisk)),
    ];

    public static bool IsHighRisk(string category) => Array.Exists(
        s_highRisk, risky => category == risky || category.StartsWith(risky + ".", StringComparison.Ordinal));
}
