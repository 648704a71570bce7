using System.Collections.Immutable;

namespace PolicyAsCode.Language.Difference;

/// <summary>
/// Which changes people should be told of (GDPR Art. 13(3) and 14(4), UU PDP art. 21(2); OCHAT-6.1 promises as much).
/// The rule, all of it:
/// <list type="bullet">
/// <item>every loosening is material, except of how loudly rules speak and what is waived: that is between the officer
/// and the developers, and promises nobody less;</item>
/// <item>a change that is neither looser nor stricter is material where the notice said the old one: the lawful basis,
/// the event from which data is kept, the recipient's role, region and safeguard, the interest that is pursued, who
/// answers and how they are reached;</item>
/// <item>a change of the lawful basis is material also where it asks for more;</item>
/// <item>nothing else is: what only tightens, clause ids, labels, dates, owners, titles.</item>
/// </list>
/// </summary>
public static class Materiality
{
    private static readonly ImmutableHashSet<string> s_told =
    [
        "basis", "special-basis", "from", "role", "region", "safeguard", "interest", "name", "email", "phone", "address",
        "officer", "representative",
    ];

    /// <summary>Whether people should be told of it.</summary>
    public static bool IsMaterial(PolicyChange change) => change.Direction switch
    {
        ChangeDirection.Loosening => change.Part != PolicyPart.Enforcement,
        ChangeDirection.Neutral => s_told.Contains(change.Field),
        _ => change.Field is "basis" or "special-basis",
    };
}
