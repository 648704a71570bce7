using System.Collections.Immutable;
using System.Globalization;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Calendars;

/// <summary>Reads a calendar file: for each year the decree, its holidays, and its days of joint leave.</summary>
internal static class CalendarBinder
{
    private static readonly Key<string> s_decree =
        new("decree", Values.Text, Message.Of("Laws.KeyDecree"));
    private static readonly Key<string> s_source = new("source", Values.Text, Message.Of("Laws.KeyDecreeSource"));
    private static readonly Key<string> s_checked =
        new("checked", Values.Word("text", "secondary", "no"), Message.Of("Laws.KeyDaysChecked"));
    private static readonly Key<SyntaxNode> s_holidays =
        new("holidays", Groups.ByName(new Written.Text()), Message.Of("Laws.KeyHolidaysOfYear"));
    private static readonly Key<SyntaxNode> s_jointLeave =
        new("joint-leave", Groups.ByName(new Written.Text()), Message.Of("Laws.KeyJointLeave"));
    private static readonly Shape s_yearShape =
        new(Message.Of("Laws.ShapeYear"), s_decree, s_source, s_checked, s_holidays, s_jointLeave);

    private static readonly Key<string> s_calendar =
        new("calendar", Values.Text, Message.Of("Laws.KeyCalendarName"));
    private static readonly Key<SyntaxNode> s_label =
        new("label", Groups.ByName(new Written.Text()), Message.Of("Laws.KeyCalendarLabel"));
    private static readonly Key<SyntaxNode> s_years =
        new("years", Groups.ByName(s_yearShape), Message.Of("Laws.KeyCalendarYears"));
    private static readonly Shape s_shape = new(Message.Of("Laws.ShapeCalendar"), s_calendar, s_label, s_years);

    /// <summary>Reads a calendar; null where it has no year, which is reported.</summary>
    public static HolidayCalendar? Bind(SyntaxTree tree, ICollection<PolicyDiagnostic> mistakes)
    {
        var context = new BindingContext(tree.Path, new([]), mistakes);
        var root = Fields.Read(tree.Root, s_shape, tree.Root.Range, context);
        root.TryRequire(s_calendar, Message.Of("Laws.TheCalendar"), out var name);
        if (!root.TryRequire(s_years, Message.Of("Laws.TheCalendar"), out var section))
            return null;

        var (first, last) = (0, 0);
        var holidays = new List<Holiday>();
        var jointLeave = new List<Holiday>();
        foreach (var entry in context.Entries(section, Message.Of("Laws.Years")))
        {
            if (!int.TryParse(entry.Key.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                || year is < 1 or > 9999 || (last > 0 && year != last + 1))
            {
                context.Report(PolicyRules.WrongValue, entry.Key.Range, Message.Of("Laws.YearInOrder", entry.Key.Value));
                continue;
            }
            (first, last) = (first > 0 ? first : year, year);
            var fields = Fields.Read(entry.Value, s_yearShape, entry.Key.Range, context);
            foreach (var key in new[] { s_decree, s_source, s_checked })
                fields.TryRequire(key, Message.Quoted(entry.Key.Value), out _);
            Read(fields.Node(s_holidays), year, holidays, context);
            Read(fields.Node(s_jointLeave), year, jointLeave, context);
        }
        return last == 0 ? null : new(name, new(first, 1, 1), new(last, 12, 31), holidays, jointLeave);
    }

    private static void Read(SyntaxNode? section, int year, List<Holiday> days, BindingContext context)
    {
        foreach (var entry in context.Entries(section, Message.Of("Laws.Days")))
            if (Values.Date.TryRead(entry.Key, context, out var day) && Values.Text.TryRead(entry.Value, context, out var name))
            {
                if (day.Year == year)
                    days.Add(new(day, name));
                else
                    context.Report(PolicyRules.WrongValue, entry.Key.Range, Message.Of("Laws.DayOfOtherYear", day, year));
            }
    }
}
