using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Binding;

/// <summary>Reads <c>age:</c>.</summary>
internal static class AgeBinder
{
    private static readonly Key<int> s_minimum =
        new("minimum", Values.Number, Message.Of("Keys.AgeMinimum"));
    private static readonly Key<BelowAge> s_below = new("below", Values.Choice(
        ("refuse", BelowAge.Refuse), ("parental-consent", BelowAge.ParentalConsent)),
        Message.Of("Keys.AgeBelow"));
    private static readonly Key<string> s_found = new("found", Values.Word("erase"),
        Message.Of("Keys.AgeFound"));

    /// <summary>What can be said of age.</summary>
    public static readonly Shape Shape = new(Message.Of("Shapes.Age"),
        StatementKeys.Clause, StatementKeys.Origin, s_minimum, s_below, s_found);

    /// <summary>Reads the section; null where there is none, or none that can be used.</summary>
    public static AgeStatement? Bind(SyntaxNode? section, TextRange key, BindingContext context)
    {
        var whose = Message.Quoted("age");
        if (section is null)
            return null;
        var fields = Fields.Read(section, Shape, key, context);
        var (clauses, isDecision) = fields.ReadOrigin(whose, context);
        var hasMinimum = fields.TryRequire(s_minimum, whose, out var minimum);
        var below = fields.Read(s_below);
        var found = fields.Read(s_found);
        return !hasMinimum ? null : new()
        {
            Minimum = minimum,
            Below = below,
            ErasedWhenFound = found is not null,
            Clauses = clauses,
            IsDecision = isDecision,
            Location = context.Locate(key),
        };
    }
}
