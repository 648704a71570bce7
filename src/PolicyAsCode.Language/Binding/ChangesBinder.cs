using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Binding;

/// <summary>Reads <c>changes:</c>.</summary>
internal static class ChangesBinder
{
    private static readonly Key<bool> s_published =
        new("published", Values.Flag, Message.Of("Keys.ChangesPublished"));
    private static readonly Key<Located<string>[]> s_notify =
        new("notify", Values.List(Values.Word("email", "sms", "post", "in-app")), Message.Of("Keys.ChangesNotify"));
    private static readonly Key<Announcement> s_material =
        new("material", AnnouncementValue, Message.Of("Keys.ChangesMaterial"));
    private static readonly Key<CalendarDate> s_lastUpdated =
        new("last-updated", Values.Date, Message.Of("Keys.ChangesLastUpdated"));

    /// <summary>What can be said of changes.</summary>
    public static readonly Shape Shape = new(Message.Of("Shapes.Changes"),
        StatementKeys.Clause, StatementKeys.Origin, s_published, s_notify, s_material, s_lastUpdated);

    /// <summary>Before or after, as policies write it.</summary>
    internal static Value<Announcement> AnnouncementValue =>
        Values.Choice(("before", Announcement.Before), ("after", Announcement.After));

    /// <summary>Reads the section; null where there is none.</summary>
    public static ChangesStatement? Bind(SyntaxNode? section, TextRange key, BindingContext context)
    {
        if (section is null)
            return null;
        var fields = Fields.Read(section, Shape, key, context);
        var (clauses, isDecision) = fields.ReadOrigin(Message.Quoted("changes"), context);
        if (!fields.IsDamaged && !fields.Has(s_published) && !fields.Has(s_notify) && !fields.Has(s_material))
            context.Report(PolicyRules.MissingPart, key, Message.Of("Sections.ChangesSayNothing"));
        return new()
        {
            IsPublished = fields.Read(s_published),
            Notify = fields.Read(s_notify).Values(),
            Material = fields.ReadOptional(s_material),
            LastUpdated = fields.ReadOptional(s_lastUpdated),
            Clauses = clauses,
            IsDecision = isDecision,
            Location = context.Locate(key),
        };
    }
}
