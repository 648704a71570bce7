namespace PolicyAsCode.Language.Model;

/// <summary>How a <see cref="Duration"/> counts.</summary>
public enum DurationUnit
{
    /// <summary>Hours on the clock.</summary>
    Hours,

    /// <summary>Days of the calendar.</summary>
    Days,

    /// <summary>Days on which the controller works: no week-ends, no holidays.</summary>
    BusinessDays,

    /// <summary>Seven days each.</summary>
    Weeks,

    /// <summary>Months of the calendar.</summary>
    Months,

    /// <summary>Years of the calendar.</summary>
    Years,
}

/// <summary>A length of time as a policy states it, such as <c>18 months</c>.</summary>
/// <param name="Count">How many; one or more.</param>
/// <param name="Unit">Of what.</param>
public readonly record struct Duration(int Count, DurationUnit Unit)
{
    /// <summary>As a policy writes it: <c>2 years</c>, <c>30 business days</c>, <c>1 month</c>.</summary>
    public override string ToString()
    {
        var unit = Unit == DurationUnit.BusinessDays ? "business days" : Unit.ToString().ToLowerInvariant();
        return $"{Count} {(Count == 1 ? unit.Substring(0, unit.Length - 1) : unit)}";
    }
}
