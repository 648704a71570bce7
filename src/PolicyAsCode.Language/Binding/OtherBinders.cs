using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>Reads <c>subjects:</c>.</summary>
internal static class SubjectBinder
{
    /// <summary>What can be said of a kind of person.</summary>
    public static readonly Shape Shape =
        new(Message.Of("Shapes.Subject"), StatementKeys.Clause, StatementKeys.Origin);
    private static readonly Value<Term> s_subject = Values.Term(TermKind.Subject);

    /// <summary>Reads the section.</summary>
    public static ImmutableArray<SubjectStatement> Bind(SyntaxNode? section, BindingContext context)
    {
        var bound = ImmutableArray.CreateBuilder<SubjectStatement>();
        foreach (var entry in context.Entries(section, Message.Of("Shapes.Subjects"), Shape))
        {
            s_subject.TryRead(entry.Key, context, out var subject);
            var fields = Fields.Read(entry.Value, Shape, entry.Key.Range, context);
            var (clauses, isDecision) = fields.ReadOrigin(Message.Quoted(entry.Key.Value), context);
            if (subject is not null)
                bound.Add(new()
                {
                    Subject = subject,
                    Clauses = clauses,
                    IsDecision = isDecision,
                    Location = context.Locate(entry.Key.Range),
                });
        }
        return bound.ToImmutable();
    }
}

/// <summary>Reads <c>cookies:</c>.</summary>
internal static class CookieBinder
{
    private static readonly Key<bool> s_essential =
        new("essential", Values.Flag, Message.Of("Keys.CookieEssential"));
    private static readonly Key<ImmutableArray<Located<Term>>> s_for =
        new("for", Values.List(Values.Term(TermKind.Purpose)),
            Message.Of("Keys.CookieFor"));
    private static readonly Key<Term> s_after =
        new("after", Values.Term(TermKind.Gate), Message.Of("Keys.CookieAfter"));
    private static readonly Key<Duration> s_keep = new("keep", Values.Duration, Message.Of("Keys.CookieKeep"));
    private static readonly Key<Term> s_by =
        new("by", Values.Term(TermKind.Recipient), Message.Of("Keys.CookieBy"));
    private static readonly Key<CookieParty> s_kind = new("kind", Values.Choice(
        ("first-party", CookieParty.First), ("third-party", CookieParty.Third)),
        Message.Of("Keys.CookieKind"));
    private static readonly Key<ImmutableArray<Located<string>>> s_refusable =
        new("refusable", Values.List(Values.Word("in-browser", "in-settings")), Message.Of("Keys.CookieRefusable"));

    /// <summary>What can be said of a cookie or tracker.</summary>
    public static readonly Shape Shape = new(Message.Of("Shapes.Cookie"),
        StatementKeys.Clause, StatementKeys.Origin, s_essential, s_for, s_after, s_keep, s_by, s_kind, s_refusable);

    /// <summary>Reads the section; the purposes of each cookie are added to those that need a lawful basis.</summary>
    public static ImmutableArray<CookieStatement> Bind(SyntaxNode? section, BindingContext context, Uses uses)
    {
        var bound = ImmutableArray.CreateBuilder<CookieStatement>();
        foreach (var entry in context.Entries(section, Message.Of("Shapes.Cookies")))
        {
            var fields = Fields.Read(entry.Value, Shape, entry.Key.Range, context);
            var (clauses, isDecision) = fields.ReadOrigin(Message.Of("Statements.TheCookie", entry.Key.Value), context);
            var essential = fields.Read(s_essential);
            if (!essential)
                fields.ReportMissing(s_for, Message.Of("Statements.CookieNotEssential", entry.Key.Value));
            var purposes = Uses.Note(fields.Read(s_for), uses.Purposes);
            if (fields.TryRead(s_by, out var recipient))
                uses.Recipients.Add(new(recipient, context.Locate(fields.Node(s_by)!.Range)));
            bound.Add(new()
            {
                Name = entry.Key.Value,
                Essential = essential,
                Purposes = purposes,
                After = fields.Read(s_after),
                Keep = fields.ReadOptional(s_keep),
                Recipient = recipient,
                Party = fields.ReadOptional(s_kind),
                Refusable = fields.Read(s_refusable).Values(),
                Clauses = clauses,
                IsDecision = isDecision,
                Location = context.Locate(entry.Key.Range),
            });
        }
        return bound.ToImmutable();
    }
}

/// <summary>Reads <c>measures:</c>.</summary>
internal static class MeasureBinder
{
    private static readonly Key<string> s_measure = new("measure", Values.Text, Message.Of("Keys.Measure"));
    private static readonly Key<string> s_owner = new("owner", Values.Text, Message.Of("Keys.MeasureOwner"));
    private static readonly Key<CalendarDate> s_reviewBy =
        new("review-by", Values.Date, Message.Of("Keys.MeasureReviewBy"));

    /// <summary>What can be said of a measure.</summary>
    public static readonly Shape Shape =
        new(Message.Of("Shapes.Measure"), StatementKeys.Clause, StatementKeys.Origin, s_measure, s_owner, s_reviewBy);

    /// <summary>Reads the section.</summary>
    public static ImmutableArray<MeasureStatement> Bind(SyntaxNode? section, BindingContext context)
    {
        var whose = Message.Of("Statements.ThisMeasure");
        var bound = ImmutableArray.CreateBuilder<MeasureStatement>();
        foreach (var item in Items.Of(section, Message.Of("Shapes.Measures"), context))
        {
            var fields = Fields.Read(item, Shape, Items.Head(item), context);
            var (clauses, isDecision) = fields.ReadOrigin(whose, context);
            var isThere = fields.TryRequire(s_measure, whose, out var measure);
            fields.TryRequire(s_owner, whose, out var owner);
            CalendarDate? review = fields.TryRequire(s_reviewBy, whose, out var date) ? date : null;
            if (isThere)
                bound.Add(new()
                {
                    Measure = measure,
                    Owner = owner,
                    ReviewBy = review,
                    Clauses = clauses,
                    IsDecision = isDecision,
                    Location = context.Locate(fields.Owner),
                });
        }
        return bound.ToImmutable();
    }
}
