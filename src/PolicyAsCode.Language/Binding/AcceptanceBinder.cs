using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Binding;

/// <summary>Reads <c>acceptance:</c>.</summary>
internal static class AcceptanceBinder
{
    private static readonly Key<AcceptedBy> s_by = new("by", Values.Choice(
        ("use", AcceptedBy.Use), ("click", AcceptedBy.Click), ("signature", AcceptedBy.Signature)),
        Message.Of("Keys.AcceptanceBy"));
    private static readonly Key<bool> s_asConsent =
        new("as-consent", Values.Flag, Message.Of("Keys.AcceptanceAsConsent"));

    /// <summary>What can be said of acceptance.</summary>
    public static readonly Shape Shape = new(Message.Of("Shapes.Acceptance"),
        StatementKeys.Clause, StatementKeys.Origin, s_by, s_asConsent);

    /// <summary>Reads the section; null where there is none.</summary>
    public static AcceptanceStatement? Bind(SyntaxNode? section, TextRange key, BindingContext context)
    {
        var whose = Message.Quoted("acceptance");
        if (section is null)
            return null;
        var fields = Fields.Read(section, Shape, key, context);
        var (clauses, isDecision) = fields.ReadOrigin(whose, context);
        AcceptedBy? by = fields.TryRequire(s_by, whose, out var read) ? read : null;
        return new()
        {
            By = by,
            IsConsent = fields.ReadOptional(s_asConsent) ?? true,
            Clauses = clauses,
            IsDecision = isDecision,
            Location = context.Locate(key),
        };
    }
}
