using System.Collections.Immutable;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>Reads <c>subjects:</c>.</summary>
internal static class SubjectBinder
{
    private static readonly Shape s_shape =
        new("a statement on a kind of person", StatementKeys.Clause, StatementKeys.Origin);
    private static readonly Value<Term> s_subject = Values.Term(TermKind.Subject);

    /// <summary>Reads the section.</summary>
    public static ImmutableArray<SubjectStatement> Bind(SyntaxNode? section, BindingContext context)
    {
        var bound = ImmutableArray.CreateBuilder<SubjectStatement>();
        foreach (var entry in context.Entries(section, "kinds of persons"))
        {
            s_subject.TryRead(entry.Key, context, out var subject);
            var fields = Fields.Read(entry.Value, s_shape, entry.Key.Range, context);
            var (clauses, isDecision) = fields.ReadOrigin($"'{entry.Key.Value}'", context);
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
        new("essential", Values.Flag, "It says whether the service works without it.");
    private static readonly Key<ImmutableArray<Located<Term>>> s_for =
        new("for", Values.List(Values.Term(TermKind.Purpose)),
            "It says for what a cookie that is not essential is set.");
    private static readonly Shape s_shape =
        new("a statement on a cookie", StatementKeys.Clause, StatementKeys.Origin, s_essential, s_for);

    /// <summary>Reads the section; the purposes of each cookie are added to those that need a lawful basis.</summary>
    public static ImmutableArray<CookieStatement> Bind(
        SyntaxNode? section, BindingContext context, List<Located<Term>> purposes)
    {
        var bound = ImmutableArray.CreateBuilder<CookieStatement>();
        foreach (var entry in context.Entries(section, "cookies"))
        {
            var fields = Fields.Read(entry.Value, s_shape, entry.Key.Range, context);
            var (clauses, isDecision) = fields.ReadOrigin($"The cookie '{entry.Key.Value}'", context);
            var essential = fields.Read(s_essential);
            if (!essential)
                fields.ReportMissing(s_for, $"The cookie '{entry.Key.Value}' is not essential and");
            var uses = fields.Read(s_for);
            purposes.AddRange(uses);
            bound.Add(new()
            {
                Name = entry.Key.Value,
                Essential = essential,
                Purposes = uses.Values(),
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
    private static readonly Key<string> s_measure = new("measure", Values.Text, "It says in a sentence what is done.");
    private static readonly Key<string> s_owner = new("owner", Values.Text, "It names who sees to it.");
    private static readonly Key<CalendarDate> s_reviewBy =
        new("review-by", Values.Date, "It says when somebody looks at it again.");
    private static readonly Shape s_shape =
        new("a measure", s_measure, s_owner, s_reviewBy, StatementKeys.Clause, StatementKeys.Origin);

    /// <summary>Reads the section.</summary>
    public static ImmutableArray<MeasureStatement> Bind(SyntaxNode? section, BindingContext context)
    {
        const string whose = "This measure";
        var bound = ImmutableArray.CreateBuilder<MeasureStatement>();
        foreach (var item in Items.Of(section, "measures", context))
        {
            var fields = Fields.Read(item, s_shape, Items.Head(item), context);
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
