using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>Reads <c>subjects:</c>.</summary>
internal static class SubjectBinder
{
    /// <summary>What can be said of a kind of person.</summary>
    public static readonly Shape Shape =
        new(Message.Of("Shapes.Subject"), StatementKeys.Clause, StatementKeys.Origin);
    private static readonly Value<Term> s_subject = Values.Term(TermKind.Subject);

    /// <summary>Reads the section.</summary>
    public static ImmutableArray<SubjectStatement> Bind(SyntaxNode? section, BindingContext context)
    {
        var bound = ImmutableArray.CreateBuilder<SubjectStatement>();
        foreach (var entry in context.Entries(section, Message.Of("Shapes.Subjects"), Shape))
        {
            s_subject.TryRead(entry.Key, context, out var subject);
            var fields = Fields.Read(entry.Value, Shape, entry.Key.Range, context, mayBeEmpty: true);
            var (clauses, isDecision) = fields.ReadOrigin(Message.Quoted(entry.Key.Value), context);
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
