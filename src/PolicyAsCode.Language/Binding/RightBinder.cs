using System.Collections.Immutable;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>Reads <c>rights:</c>.</summary>
internal static class RightBinder
{
    private static readonly Value<string> s_right = Values.Word(
        "access", "rectification", "erasure", "restriction", "portability", "objection", "withdraw-consent");

    private static readonly Key<Duration> s_within =
        new("within", Values.Duration, "It is the longest time to an answer.");
    private static readonly Key<bool> s_verify =
        new("verify-identity", Values.Flag, "It says whether identity is verified first.");
    private static readonly Key<bool> s_confirm = new("confirm", Values.Flag, "It says whether receipt is confirmed.");
    private static readonly Key<ImmutableArray<Located<string>>> s_notify =
        new("notify", Values.List(Values.Word("email", "sms", "post")),
            "It says how the person is told when it is done.");
    private static readonly Key<bool> s_reversible =
        new("reversible", Values.Flag, "It says whether it can be undone.");
    private static readonly Key<string> s_format =
        new("format", Values.Word("json", "csv", "html", "pdf"), "It is the format of a copy.");
    private static readonly Shape s_shape = new("a statement on a right", StatementKeys.Clause, StatementKeys.Origin,
        s_within, s_verify, s_confirm, s_notify, s_reversible, s_format);

    /// <summary>Reads the section.</summary>
    public static ImmutableArray<RightStatement> Bind(SyntaxNode? section, BindingContext context)
    {
        var bound = ImmutableArray.CreateBuilder<RightStatement>();
        foreach (var entry in context.Entries(section, "rights"))
        {
            var isKnown = s_right.TryRead(entry.Key, context, out var right);
            var fields = Fields.Read(entry.Value, s_shape, entry.Key.Range, context);
            var (clauses, isDecision) = fields.ReadOrigin($"'{entry.Key.Value}'", context);
            var statement = new RightStatement
            {
                Clauses = clauses,
                IsDecision = isDecision,
                Right = right,
                Within = fields.TryRead(s_within, out var within) ? within : null,
                VerifyIdentity = fields.Read(s_verify),
                Confirm = fields.Read(s_confirm),
                Notify = fields.Read(s_notify).Values(),
                Reversible = fields.Read(s_reversible),
                Format = fields.Read(s_format),
                Location = context.Locate(entry.Key.Range),
            };
            if (isKnown)
                bound.Add(statement);
        }
        return bound.ToImmutable();
    }
}
