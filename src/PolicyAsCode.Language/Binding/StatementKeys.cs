using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Binding;

/// <summary>The keys that every statement has: by which clause of the published notice, or by whose decision.</summary>
internal static class StatementKeys
{
    public static readonly Key<Located<string>[]> Clause =
        new("clause", Values.List(Values.Text), Message.Of("Keys.Clause"));

    public static readonly Key<string> Origin =
        new("origin", Values.Word("decision"), Message.Of("Keys.Origin"));

    /// <summary>Reads both, and reports a statement that has neither.</summary>
    public static (ImmutableArray<string> Clauses, bool IsDecision) ReadOrigin(
        this Fields fields, string whose, BindingContext context) =>
        fields.ReadOrigin(Message.Verbatim(whose), context);

    /// <summary>Reads both, and reports a statement that has neither.</summary>
    public static (ImmutableArray<string> Clauses, bool IsDecision) ReadOrigin(
        this Fields fields, Message whose, BindingContext context)
    {
        fields.TryReadValues(Clause, out var clauses);
        var isDecision = fields.Read(Origin) is not null;
        if (clauses.IsEmpty && !isDecision && !fields.IsDamaged && !fields.Has(Clause) && !fields.Has(Origin))
            context.ReportUnread(PolicyRules.NoClause, fields.Owner, Message.Of("Binding.NoClause", whose));
        return (clauses, isDecision);
    }
}
