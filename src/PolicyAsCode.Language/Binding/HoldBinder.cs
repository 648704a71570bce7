using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>Reads <c>holds:</c>.</summary>
internal static class HoldBinder
{
    private static readonly Key<string> s_hold = new("hold", Values.Name, Message.Of("Keys.HoldName"));
    private static readonly Key<Located<Term>[]> s_data =
        new("data", Values.List(Values.Term(TermKind.Category)), Message.Of("Keys.HoldData"));
    private static readonly Key<Message> s_because =
        new("because", Values.Sentence, Message.Of("Keys.HoldBecause"));
    private static readonly Key<string> s_owner = new("owner", Values.Text, Message.Of("Keys.HoldOwner"));
    private static readonly Key<CalendarDate> s_reviewBy =
        new("review-by", Values.Date, Message.Of("Keys.MeasureReviewBy"));

    /// <summary>What can be said of a hold.</summary>
    public static readonly Shape Shape = new(Message.Of("Shapes.Hold"),
        StatementKeys.Clause, StatementKeys.Origin, s_hold, s_data, s_because, s_owner, s_reviewBy);

    /// <summary>Reads the section.</summary>
    public static ImmutableArray<HoldStatement> Bind(SyntaxNode? section, BindingContext context, Uses uses)
    {
        var whose = Message.Of("Sections.ThisHold");
        var bound = ImmutableArray.CreateBuilder<HoldStatement>();
        foreach (var item in Items.Of(section, Message.Of("Shapes.Holds"), context))
        {
            var fields = Fields.Read(item, Shape, Items.Head(item), context);
            var (clauses, isDecision) = fields.ReadOrigin(whose, context);
            var isNamed = fields.TryRequire(s_hold, whose, out var hold);
            fields.TryRequire(s_data, whose, out var categories);
            fields.TryRequire(s_because, whose, out var because);
            fields.TryRequire(s_owner, whose, out var owner);
            CalendarDate? review = fields.TryRequire(s_reviewBy, whose, out var date) ? date : null;
            if (isNamed)
                bound.Add(new()
                {
                    Hold = hold,
                    Categories = Uses.Note(categories, uses.Categories),
                    Because = because,
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
