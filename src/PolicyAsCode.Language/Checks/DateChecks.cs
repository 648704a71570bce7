using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Checks;

/// <summary>PAC1012, PAC1013, PAC1014: dates that have passed, or have not.</summary>
internal static class DateChecks
{
    /// <summary>Checks the dates of a policy's head, or of a base's, as of a day.</summary>
    public static void Run(
        PolicyHeader header, TextRange reviewBy, TextRange effective, CalendarDate asOf, BindingContext context)
    {
        if (header.ReviewBy is { } review && asOf.CompareTo(review) > 0)
            context.Report(PolicyRules.ReviewOverdue, reviewBy, Message.Of("Checks.PolicyReview", review));
        if (header.Effective is { } start && asOf.CompareTo(start) < 0)
            context.Report(PolicyRules.NotInForce, effective, Message.Of("Checks.NotInForce", start));
    }

    /// <summary>Checks the dates of its statements as of a day.</summary>
    public static void Run(PolicyModel policy, CalendarDate asOf, BindingContext context)
    {
        foreach (var measure in policy.Measures)
            if (measure.ReviewBy is { } date && asOf.CompareTo(date) > 0)
                context.Report(PolicyRules.ReviewOverdue, measure.Location,
                    measure.Owner is { } owner
                        ? Message.Of("Checks.MeasureReviewBySomebody", date, owner)
                        : Message.Of("Checks.MeasureReview", date));
        foreach (var hold in policy.Holds)
            if (hold.ReviewBy is { } date && asOf.CompareTo(date) > 0)
                context.Report(PolicyRules.ReviewOverdue, hold.Location,
                    Message.Of("Sections.HoldReview", hold.Hold, date));
        foreach (var waiver in policy.Waivers)
            if (asOf.CompareTo(waiver.FirstDay) < 0)
                context.Report(PolicyRules.WaiverNotValid, waiver.Location,
                    Message.Of("Sections.WaiverTooLong", waiver.Rule, waiver.Until, Waiver.MostYears));
            else if (asOf.CompareTo(waiver.Until) > 0)
                context.Report(PolicyRules.WaiverNotValid, waiver.Location,
                    Message.Of("Checks.WaiverEnded", waiver.Rule, waiver.Until));
    }
}
