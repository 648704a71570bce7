using System.Collections.Immutable;
using PolicyAsCode.Language.Calendars;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Binding;

/// <summary>Reads the head of a policy: its name, version, dates and who answers for it.</summary>
internal static class HeadBinder
{
    private static readonly Key<string> s_name =
        new("name", Values.Text, Message.Of("Keys.ControllerName"));
    private static readonly Key<string> s_email = new("email", EmailValue.Instance, Message.Of("Keys.ControllerEmail"));
    private static readonly Key<string> s_phone = new("phone", Values.Text, Message.Of("Keys.ControllerPhone"));
    private static readonly Key<string> s_timeZone =
        new("time-zone", Values.TimeZone, Message.Of("Keys.ControllerTimeZone"));
    private static readonly Key<string> s_address = new("address", Values.Text, Message.Of("Keys.ContactAddress"));
    private static readonly Key<string> s_region =
        new("region", RegionValue.Country, Message.Of("Keys.ControllerRegion"));
    private static readonly Key<string> s_holidays =
        new("holidays", Values.Word([.. HolidayCalendars.Names, HolidayCalendars.NoHolidays]), Message.Of("Keys.ControllerHolidays"));
    private static readonly Key<Located<DayOfWeek>[]> s_workWeek = new("work-week",
        Values.List(Values.Choice(
            ("monday", DayOfWeek.Monday), ("tuesday", DayOfWeek.Tuesday), ("wednesday", DayOfWeek.Wednesday),
            ("thursday", DayOfWeek.Thursday), ("friday", DayOfWeek.Friday), ("saturday", DayOfWeek.Saturday),
            ("sunday", DayOfWeek.Sunday))),
        Message.Of("Keys.ControllerWorkWeek"));
    private static readonly Key<string> s_officer =
        new("officer", Values.Text, Message.Of("Keys.ControllerOfficer"));
    private static readonly Key<string> s_representative =
        new("representative", Values.Text, Message.Of("Keys.ControllerRepresentative"));
    private static readonly Key<string> s_breachContact =
        new("breach-contact", Values.Text, Message.Of("Keys.ControllerBreachContact"));
    private static readonly Shape s_controllerShape = new(Message.Of("Shapes.Controller"),
        s_name, s_email, s_phone, s_address, s_region, s_timeZone, s_workWeek, s_holidays, s_officer, s_representative,
        s_breachContact);

    private static readonly Key<string> s_file = new("file", Values.Text, Message.Of("Keys.NoticeFile"));
    private static readonly Key<string> s_language = new("language", Values.Name, Message.Of("Keys.NoticeLanguage"));
    private static readonly Shape s_noticeShape = new(Message.Of("Shapes.Notice"), s_file, s_language);

    public static readonly Key<string> Policy =
        new("policy", Values.Name, Message.Of("Keys.Policy"));
    public static readonly Key<Located<string>[]> Extends =
        new("extends", Values.List(Values.Name), Message.Of("Keys.Extends"));
    public static readonly Key<int> Version = new("version", Values.Number, Message.Of("Keys.Version"));
    public static readonly Key<Moment> Effective =
        new("effective", Values.DateOrTime, Message.Of("Keys.Effective"));
    public static readonly Key<CalendarDate> ReviewBy =
        new("review-by", Values.Date, Message.Of("Keys.ReviewBy"));
    public static readonly Key<SyntaxNode> Controller =
        new("controller", Groups.Of(s_controllerShape), Message.Of("Keys.Controller"));
    public static readonly Key<Located<string>[]> Follows =
        new("follows", Values.List(Values.Name), Message.Of("Keys.Follows"));
    public static readonly Key<SyntaxNode> Notice = new("notice", Groups.Of(s_noticeShape), Message.Of("Keys.Notice"));

    /// <summary>Reads name, version and dates.</summary>
    public static PolicyHeader BindHeader(Fields root, string fallbackName, string title, BindingContext context)
    {
        var isNamed = root.TryRequire(Policy, Message.Of("Statements.ThePolicy"), out var name);
        var effective = root.ReadOptional(Effective);
        return new(
            isNamed ? name : fallbackName,
            title,
            root.TryRead(Version, out var version) ? version : 1,
            effective?.Day,
            root.TryRead(ReviewBy, out var review) ? review : null,
            context.Locate(root.Node(Policy)?.Range ?? root.Owner))
        {
            EffectiveAt = effective?.Time,
        };
    }

    /// <summary>Reads who answers for the policy; whether somebody does is asked once its bases are joined.</summary>
    public static Controller BindController(Fields root, string fallbackName, BindingContext context)
    {
        const string utc = "UTC";
        if (!root.TryRead(Controller, out var node))
            return new(fallbackName, null, null, utc) { HasUnreadHolidays = root.Has(Controller) };
        var fields = Fields.Read(node, s_controllerShape, root.Place(Controller), context);
        var isNamed = fields.TryRequire(s_name, Message.Of("Statements.TheController"), out var name);
        return new(
            isNamed ? name : fallbackName,
            fields.Read(s_email),
            fields.Read(s_phone),
            fields.Read(s_timeZone) ?? utc)
        {
            Address = fields.Read(s_address),
            Region = fields.Read(s_region),
            Holidays = fields.TryRead(s_holidays, out var holidays) ? holidays : null,
            HasUnreadHolidays = fields.MayHideIn(s_holidays) || (holidays is null && fields.Has(s_holidays)),
            WorkWeek = WorkWeek(fields),
            Officer = fields.Read(s_officer),
            Representative = fields.Read(s_representative),
            BreachContact = fields.Read(s_breachContact),
            Location = context.Locate(root.Place(Controller)),
        };
    }

    /// <summary>Reads where the published notice is; null where the policy does not say.</summary>
    public static PublishedNotice? BindNotice(Fields root, BindingContext context)
    {
        if (!root.TryRead(Notice, out var node))
            return null;
        var fields = Fields.Read(node, s_noticeShape, root.Place(Notice), context);
        var hasFile = fields.TryRequire(s_file, Message.Of("Statements.TheNotice"), out var file);
        var language = fields.Read(s_language);
        return hasFile ? new(file, language, context.Locate(root.Place(Notice))) : null;
    }

    // A week without a day of work would put every deadline off for ever.
    private static ImmutableArray<DayOfWeek> WorkWeek(Fields fields)
    {
        var days = fields.Read(s_workWeek).Values();
        return days.IsEmpty ? Model.Controller.UsualWorkWeek : days.Sort(ByWeek);
    }

    private static int ByWeek(DayOfWeek left, DayOfWeek right) => ((int)left + 6) % 7 - ((int)right + 6) % 7;
}
