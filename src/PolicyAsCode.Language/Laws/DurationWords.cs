using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Laws;

/// <summary>A length of time for a reader, where it is no word of a file.</summary>
internal static class DurationWords
{
    /// <summary>Such as <c>30 business days</c>, in the reader's language.</summary>
    public static Message InWords(this Duration duration) => Message.Of("Laws.Time", duration.Count, Unit(duration));

    private static Message Unit(Duration duration) => (duration.Unit, IsOne: duration.Count == 1) switch
    {
        (DurationUnit.Hours, true) => Message.Of("Laws.UnitHour"),
        (DurationUnit.Hours, false) => Message.Of("Laws.UnitHours"),
        (DurationUnit.Days, true) => Message.Of("Laws.UnitDay"),
        (DurationUnit.Days, false) => Message.Of("Laws.UnitDays"),
        (DurationUnit.BusinessDays, true) => Message.Of("Laws.UnitBusinessDay"),
        (DurationUnit.BusinessDays, false) => Message.Of("Laws.UnitBusinessDays"),
        (DurationUnit.Weeks, true) => Message.Of("Laws.UnitWeek"),
        (DurationUnit.Weeks, false) => Message.Of("Laws.UnitWeeks"),
        (DurationUnit.Months, true) => Message.Of("Laws.UnitMonth"),
        (DurationUnit.Months, false) => Message.Of("Laws.UnitMonths"),
        (_, true) => Message.Of("Laws.UnitYear"),
        (_, false) => Message.Of("Laws.UnitYears"),
    };
}
