using System.Globalization;
using PolicyAsCode.Language.Calendars;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Generators.Policy;

/// <summary>Reduces what a policy states of rights to <see cref="RightsFacts"/>.</summary>
internal static class RightsFactsReader
{
    // The right's word in a policy, and the member of PrivacyRight. The others are no requests that a program carries out.
    private static readonly Dictionary<string, string> s_served = new(StringComparer.Ordinal)
    {
        ["access"] = "Access", ["portability"] = "Portability", ["rectification"] = "Rectification",
        ["erasure"] = "Erasure", ["restriction"] = "Restriction", ["objection"] = "Objection",
        ["withdraw-consent"] = "ConsentWithdrawal",
    };

    public static RightsFacts? Read(PolicyModel policy)
    {
        if (policy.Rights.IsEmpty)
            return null;
        var served = policy.Rights.Where(right => s_served.ContainsKey(right.Right)).Select(Right).ToEquatable();
        return new(
            policy.Controller.Name, served.Any(CountsBusinessDays) ? Calendar(policy.Controller) : null, served,
            policy.Rights.Select(right => right.Right).Where(right => !s_served.ContainsKey(right)).ToEquatable());
    }

    private static bool CountsBusinessDays(RightFacts right) =>
        right.Within?.Unit == DurationUnit.BusinessDays || right.Extension?.Unit == DurationUnit.BusinessDays;

    /// <summary>Null where the policy names none that there is: that is a mistake of the policy, told elsewhere.</summary>
    private static CalendarFacts? Calendar(Controller controller) =>
        controller.Holidays is { } name && HolidayCalendars.Find(name) is { } calendar
            ? new(
                controller.WorkWeek.Select(day => day.ToString()).ToEquatable(), calendar.First.Year, calendar.Last.Year,
                calendar.Holidays.Select(holiday => Text(holiday.Day)).ToEquatable())
            : null;

    private static RightFacts Right(RightStatement right) => new(
        s_served[right.Right], right.Within, right.Promised, right.Extension?.Within, right.Extension?.IsExplained ?? false,
        right.Evidence?.Key, Says(right).ToEquatable(), right.Channels.ToEquatable(), right.Notify.ToEquatable(),
        right.Clauses.ToEquatable(), PolicyPlace.Text(right.Location));

    private static IEnumerable<string> Says(RightStatement right)
    {
        if (right.Starts == RightStart.Confirmation)
            yield return "StartsAtConfirmation";
        if (right.VerifyIdentity)
            yield return "VerifyIdentity";
        if (right.Confirm)
            yield return "Confirm";
        if (right.IsEvaluated)
            yield return "IsEvaluated";
        if (right.OfferExport)
            yield return "OfferExport";
    }

    private static string Text(CalendarDate day) =>
        string.Format(CultureInfo.InvariantCulture, "{0:0000}-{1:00}-{2:00}", day.Year, day.Month, day.Day);
}
