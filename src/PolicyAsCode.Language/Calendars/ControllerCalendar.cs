using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Calendars;

/// <summary>On which days the organisation works that answers for a policy.</summary>
public static class ControllerCalendar
{
    /// <summary>Its business days; null where it names no calendar, or one that there is not.</summary>
    public static BusinessDays? BusinessDays(this Controller controller) =>
        controller.Holidays is { } name && HolidayCalendars.Find(name) is { } calendar && !controller.WorkWeek.IsEmpty
            ? new(calendar, controller.WorkWeek)
            : null;
}
