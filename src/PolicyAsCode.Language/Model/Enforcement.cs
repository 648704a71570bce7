using System.Collections.Immutable;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Model;

/// <summary>How loudly rules speak, by default and one by one.</summary>
/// <param name="Default">For a rule that is not named.</param>
/// <param name="ByRule">For those that are; a handful.</param>
public sealed record Enforcement(PolicySeverity Default, ImmutableArray<RuleSeverity> ByRule)
{
    /// <summary>Everything is an error.</summary>
    public static Enforcement Strict { get; } = new(PolicySeverity.Error, []);

    /// <summary>What the policy says of each rule over time, as it is written.</summary>
    public ImmutableArray<EnforcementPlan> Plans { get; init; } = ImmutableArray<EnforcementPlan>.Empty;

    /// <summary>How loudly this rule speaks.</summary>
    public PolicySeverity Of(string rule) => OwnOf(rule) ?? Default;

    /// <summary>How loudly this rule speaks, where the policy names it; null where it does not.</summary>
    public PolicySeverity? OwnOf(string rule)
    {
        foreach (var one in ByRule)
            if (one.Rule == rule)
                return one.Severity;
        return null;
    }
}

// A class: a dictionary to an enumeration is compiled just in time, and every process would pay for it.
/// <summary>How loudly one rule speaks.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">How loudly.</param>
public sealed record RuleSeverity(string Rule, PolicySeverity Severity);

/// <summary>How loudly one rule speaks over time: <c>observe until 2026-12-31 then warning until 2027-03-31</c>.</summary>
/// <param name="Rule">The rule, or <c>default</c>.</param>
/// <param name="Steps">In the order of time; after the last day of the last step, it is an error.</param>
/// <param name="Location">Where it is said.</param>
public sealed record EnforcementPlan(string Rule, ImmutableArray<EnforcementStep> Steps, FileLocation Location)
{
    /// <summary>How loudly it speaks on a day; for null, as its first step says.</summary>
    public PolicySeverity On(CalendarDate? day)
    {
        foreach (var step in Steps)
            if (day is not { } asOf || step.Until is not { } last || asOf.CompareTo(last) <= 0)
                return step.Severity;
        return PolicySeverity.Error;
    }

    /// <summary>The last day of a softer start that is over on a day; null where it is not, or where none ends.</summary>
    public CalendarDate? EndedOn(CalendarDate? day) =>
        day is { } asOf && !Steps.IsEmpty && Steps[Steps.Length - 1].Until is { } last && asOf.CompareTo(last) > 0
            ? last
            : null;
}

/// <summary>One step of a gradual start.</summary>
/// <param name="Severity">How loudly the rule speaks.</param>
/// <param name="Until">The last day on which it does; null for good.</param>
public sealed record EnforcementStep(PolicySeverity Severity, CalendarDate? Until);
