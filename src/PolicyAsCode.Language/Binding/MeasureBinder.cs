using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>Reads <c>measures:</c>.</summary>
internal static class MeasureBinder
{
    private static readonly Key<Message> s_measure = new("measure", Values.Sentence, Message.Of("Keys.Measure"));
    private static readonly Key<string> s_owner = new("owner", Values.Text, Message.Of("Keys.MeasureOwner"));
    private static readonly Key<Located<string>[]> s_keeps =
        new("keeps", Values.List(Values.Text), Message.Of("Laws.KeyKeeps"));
    private static readonly Key<CalendarDate> s_reviewBy =
        new("review-by", Values.Date, Message.Of("Keys.MeasureReviewBy"));

    /// <summary>What can be said of a measure.</summary>
    public static readonly Shape Shape =
        new(Message.Of("Shapes.Measure"), StatementKeys.Clause, StatementKeys.Origin, s_measure, s_owner, s_reviewBy,
            s_keeps);

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
            var keeps = fields.Read(s_keeps) ?? [];
            CalendarDate? review = fields.TryRequire(s_reviewBy, whose, out var date) ? date : null;
            if (isThere)
                bound.Add(new()
                {
                    Measure = measure,
                    Keeps = keeps.Values(),
                    KeepsAt = keeps.Select(one => one.Location).ToImmutableArray(),
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
