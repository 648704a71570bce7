using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>Reads <c>never:</c>.</summary>
internal static class ProhibitionBinder
{
    private static readonly Key<string> s_action = new("action",
        Values.Word("sell", "rent", "trade", "disclose", "store", "collect", "log", "use"),
        Message.Of("Keys.ProhibitionAction"));
    private static readonly Key<Term> s_data =
        new("data", Values.Term(TermKind.Category), Message.Of("Keys.ProhibitionData"));
    private static readonly Key<Term> s_for =
        new("for", Values.Term(TermKind.Purpose), Message.Of("Keys.ProhibitionFor"));
    private static readonly Key<Term> s_to =
        new("to", Values.Term(TermKind.Recipient), Message.Of("Keys.ProhibitionTo"));

    /// <summary>What can be said of what must never happen.</summary>
    public static readonly Shape Shape =
        new(Message.Of("Shapes.Prohibition"),
            StatementKeys.Clause, StatementKeys.Origin, s_action, s_data, s_for, s_to);

    /// <summary>Reads the section.</summary>
    public static ImmutableArray<Prohibition> Bind(SyntaxNode? section, BindingContext context)
    {
        var whose = Message.Of("Statements.ThisProhibition");
        var bound = ImmutableArray.CreateBuilder<Prohibition>();
        foreach (var item in Items.Of(section, Message.Of("Shapes.Prohibitions"), context, Shape))
        {
            var fields = Fields.Read(item, Shape, Items.Head(item), context);
            var (clauses, isDecision) = fields.ReadOrigin(whose, context);
            var hasAction = fields.TryRequire(s_action, whose, out var action);
            var isWhole = Narrow(fields, s_data, out var category) & Narrow(fields, s_for, out var purpose)
                & Narrow(fields, s_to, out var recipient);
            // Without a part that could not be read it would forbid more than it says.
            if (hasAction && isWhole && !fields.IsDamaged)
                bound.Add(new()
                {
                    Clauses = clauses,
                    IsDecision = isDecision,
                    Action = action,
                    Category = category,
                    Purpose = purpose,
                    Recipient = recipient,
                    Location = context.Locate(fields.Owner),
                });
        }
        return bound.ToImmutable();
    }

    private static bool Narrow(Fields fields, Key<Term> key, out Term? term) =>
        fields.TryRead(key, out term!) || !fields.Has(key);
}
