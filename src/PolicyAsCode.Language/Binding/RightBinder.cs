using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>Reads <c>rights:</c>.</summary>
internal static class RightBinder
{
    private static readonly Value<string> s_right = Values.Word(
        "access", "rectification", "erasure", "restriction", "portability", "objection", "withdraw-consent");

    private static readonly Key<Duration> s_within =
        new("within", Values.Duration, Message.Of("Keys.RightWithin"));
    private static readonly Key<bool> s_verify =
        new("verify-identity", Values.Flag, Message.Of("Keys.RightVerifyIdentity"));
    private static readonly Key<bool> s_confirm = new("confirm", Values.Flag, Message.Of("Keys.RightConfirm"));
    private static readonly Key<ImmutableArray<Located<string>>> s_notify =
        new("notify", Values.List(Values.Word("email", "sms", "post")),
            Message.Of("Keys.RightNotify"));
    private static readonly Key<bool> s_reversible =
        new("reversible", Values.Flag, Message.Of("Keys.RightReversible"));
    private static readonly Key<string> s_format =
        new("format", Values.Word("json", "csv", "html", "pdf"), Message.Of("Keys.RightFormat"));
    private static readonly Shape s_shape = new(Message.Of("Shapes.Right"), StatementKeys.Clause, StatementKeys.Origin,
        s_within, s_verify, s_confirm, s_notify, s_reversible, s_format);

    /// <summary>Reads the section.</summary>
    public static ImmutableArray<RightStatement> Bind(SyntaxNode? section, BindingContext context)
    {
        var bound = ImmutableArray.CreateBuilder<RightStatement>();
        foreach (var entry in context.Entries(section, Message.Of("Shapes.Rights")))
        {
            var isKnown = s_right.TryRead(entry.Key, context, out var right);
            var fields = Fields.Read(entry.Value, s_shape, entry.Key.Range, context);
            var (clauses, isDecision) = fields.ReadOrigin(Message.Quoted(entry.Key.Value), context);
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
