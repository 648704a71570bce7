using PolicyAsCode.Reports.Model;
using PolicyAsCode.Reports.Wording;

namespace PolicyAsCode.Reports.Building;

/// <summary>All days on which somebody has something to do.</summary>
internal static class DueEntries
{
    /// <summary>Them, by day.</summary>
    public static ImmutableArray<DueEntry> Of(PolicyModel policy, CalendarDate? asOf, ReportWords words)
    {
        var due = new List<(CalendarDate Day, string What, string? Owner)>();
        if (policy.Header.ReviewBy is { } review)
            due.Add((review, words.Say("Report.Due.Policy"), null));
        foreach (var one in policy.Measures)
            if (one.ReviewBy is { } day)
                due.Add((day, words.Say("Report.Due.Measure", one.Measure.In(words.Language)), one.Owner));
        foreach (var one in policy.Holds)
            if (one.ReviewBy is { } day)
                due.Add((day, words.Say("Report.Due.Hold", one.Hold), one.Owner));
        foreach (var one in policy.Waivers)
            due.Add((one.Until, words.Say("Report.Due.Waiver", one.Rule, one.At), one.ApprovedBy));
        foreach (var plan in policy.Enforce.Plans)
            foreach (var step in plan.Steps)
                if (step.Until is { } until)
                    due.Add((until, words.Say("Report.Due.Enforce", plan.Rule, words.Word("Severity", step.Severity).Label), null));
        return
        [
            .. due.OrderBy(one => one.Day).ThenBy(one => one.What, StringComparer.Ordinal)
                .Select(one => new DueEntry(one.Day, ReportBuilder.DaysLeft(one.Day, asOf), one.What, one.Owner)),
        ];
    }
}
