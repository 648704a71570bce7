using System.Collections.Immutable;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>The rights of people as a policy states them, and the calendar by which their times count.</summary>
/// <param name="Policy">The policy's name.</param>
/// <param name="Controller">Who answers, as messages name them.</param>
/// <param name="Calendar">The controller's calendar.</param>
/// <param name="Rights">The rights, one each.</param>
public sealed record PolicyRights(
    string Policy, string Controller, BusinessCalendar Calendar, ImmutableArray<PolicyRight> Rights)
{
    /// <summary>What the policy says of a right; null where it says nothing.</summary>
    public PolicyRight? Find(PrivacyRight right) => Rights.FirstOrDefault(stated => stated.Right == right);

    /// <summary>What the policy says of a right.</summary>
    /// <exception cref="ArgumentException">It says nothing; the message says which it does state.</exception>
    public PolicyRight this[PrivacyRight right] => Find(right) ?? throw new ArgumentException(
        $"The policy '{Policy}' states no right of {right}. It states: {string.Join(", ", Rights.Select(one => one.Right))}.",
        nameof(right));
}
