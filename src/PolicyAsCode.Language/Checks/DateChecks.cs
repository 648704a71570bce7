using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Checks;

/// <summary>PAC1012, PAC1013, PAC1014: dates that have passed, or have not.</summary>
internal static class DateChecks
{
    /// <summary>Checks the dates of a policy as of a day.</summary>
    public static void Run(
        PolicyModel policy, TextRange reviewBy, TextRange effective, CalendarDate asOf, BindingContext context)
    {
        if (policy.Header.ReviewBy is { } review && asOf.CompareTo(review) > 0)
            context.Report(PolicyRules.ReviewOverdue, reviewBy,
                $"The policy was to be reviewed by {review}. Review it, and set the next date.");
        if (policy.Header.Effective is { } start && asOf.CompareTo(start) < 0)
            context.Report(PolicyRules.NotInForce, effective,
                $"The policy holds from {start} on and is not in force yet. Build with the one that is, or wait.");
        foreach (var measure in policy.Measures)
            if (measure.ReviewBy is { } date && asOf.CompareTo(date) > 0)
                context.Report(PolicyRules.ReviewOverdue, measure.Location,
                    "This measure was to be reviewed by "
                    + $"{date}{(measure.Owner is { } owner ? $" by {owner}" : "")}. Review it, and set the next date.");
        foreach (var waiver in policy.Waivers)
            if (asOf.CompareTo(waiver.Until) > 0)
                context.Report(PolicyRules.WaiverNotValid, waiver.Location,
                    $"This waiver of {waiver.Rule} ended on {waiver.Until}. Mend what it waived and remove it; or have "
                    + "it approved anew with a later 'until:'.");
    }
}
