using System.Collections.Immutable;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Binding;

/// <summary>Reads the head of a policy: its name, version, dates and who answers for it.</summary>
internal static class HeadBinder
{
    public static readonly Key<string> Policy =
        new("policy", Values.Name, "It is the name that projects give in 'PrivacyPolicy'.");
    public static readonly Key<int> Version = new("version", Values.Number, "It is the policy's number.");
    public static readonly Key<CalendarDate> Effective =
        new("effective", Values.DateOrTime, "It is the day from which the policy holds.");
    public static readonly Key<CalendarDate> ReviewBy =
        new("review-by", Values.Date, "It is the day by which somebody looks at it again.");
    public static readonly Key<SyntaxNode> Controller =
        new("controller", Values.Anything, "It says who answers for the policy.");
    public static readonly Key<ImmutableArray<Located<string>>> Follows =
        new("follows", Values.List(Values.Name), "It names the laws that the policy follows.");
    public static readonly Key<SyntaxNode> Notice = new("notice", Values.Anything, "It names the published notice.");

    private static readonly Key<string> s_name =
        new("name", Values.Text, "It is the organisation's name, as messages show it.");
    private static readonly Key<string> s_email = new("email", Values.Text, "It is where the organisation is reached.");
    private static readonly Key<string> s_phone = new("phone", Values.Text, "It is where the organisation is reached.");
    private static readonly Key<string> s_timeZone =
        new("time-zone", Values.TimeZone, "It says where the organisation's days begin.");
    private static readonly Shape s_controllerShape = new("a controller", s_name, s_email, s_phone, s_timeZone);

    private static readonly Key<string> s_file = new("file", Values.Text, "It is the notice's file.");
    private static readonly Key<string> s_language = new("language", Values.Name, "It is the notice's language.");
    private static readonly Shape s_noticeShape = new("a notice", s_file, s_language);

    /// <summary>Reads name, version and dates.</summary>
    public static PolicyHeader BindHeader(Fields root, string fallbackName, string title, BindingContext context)
    {
        var isNamed = root.TryRequire(Policy, "The policy", out var name);
        return new(
            isNamed ? name : fallbackName,
            title,
            root.TryRead(Version, out var version) ? version : 1,
            root.TryRead(Effective, out var effective) ? effective : null,
            root.TryRead(ReviewBy, out var review) ? review : null,
            context.Locate(root.Node(Policy)?.Range ?? root.Owner));
    }

    /// <summary>Reads who answers for the policy.</summary>
    public static Controller BindController(Fields root, string fallbackName, BindingContext context)
    {
        const string utc = "UTC";
        if (!root.TryRequire(Controller, "The policy", out var node))
            return new(fallbackName, null, null, utc);
        var fields = Fields.Read(node, s_controllerShape, root.Place(Controller), context);
        var isNamed = fields.TryRequire(s_name, "The controller", out var name);
        return new(
            isNamed ? name : fallbackName,
            fields.Read(s_email),
            fields.Read(s_phone),
            fields.Read(s_timeZone) ?? utc);
    }

    /// <summary>Reads where the published notice is; nothing asks for it yet, so it is only checked.</summary>
    public static void CheckNotice(Fields root, BindingContext context)
    {
        if (!root.TryRead(Notice, out var node))
            return;
        var fields = Fields.Read(node, s_noticeShape, root.Place(Notice), context);
        fields.TryRequire(s_file, "The notice", out _);
        fields.Read(s_language);
    }
}
