using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>Reads <c>cookies:</c>.</summary>
internal static class CookieBinder
{
    private static readonly Key<bool> s_essential =
        new("essential", Values.Flag, Message.Of("Keys.CookieEssential"));
    private static readonly Key<Located<Term>[]> s_for =
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
    private static readonly Key<Located<string>[]> s_refusable =
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
            var isSaid = fields.TryRead(s_essential, out var essential);
            if (!essential && (isSaid || !fields.Has(s_essential)))
                fields.ReportMissing(s_for, Message.Of("Statements.CookieNotEssential", entry.Key.Value));
            var purposes = Uses.Note(fields.Read(s_for), uses.Purposes);
            if (fields.TryRead(s_by, out var recipient))
                uses.Recipients.Add(new Located<Term>(recipient, fields.Node(s_by)!, context));
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
