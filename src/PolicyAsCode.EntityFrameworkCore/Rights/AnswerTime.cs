namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>A time to answer, as a policy states it.</summary>
/// <param name="Count">How many; one or more.</param>
/// <param name="Unit">Of what.</param>
public readonly record struct AnswerTime(int Count, AnswerTimeUnit Unit)
{
    /// <summary><c>30 business days</c>, <c>1 month</c>.</summary>
    public override string ToString()
    {
        var unit = Unit == AnswerTimeUnit.BusinessDays ? "business days" : Unit.ToString().ToLowerInvariant();
        return FormattableString.Invariant($"{Count} {(Count == 1 ? unit[..^1] : unit)}");
    }
}
