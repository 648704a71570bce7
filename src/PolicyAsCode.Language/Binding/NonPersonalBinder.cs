using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>Reads <c>non-personal:</c>, whose names are the policy's own.</summary>
internal static class NonPersonalBinder
{
    private static readonly Key<Message> s_says = new("says", Values.Sentence, Message.Of("Keys.NonPersonalSays"));
    private static readonly Key<Located<Term>[]> s_for =
        new("for", Values.List(Values.Term(TermKind.Purpose)), Message.Of("Keys.NonPersonalFor"));

    /// <summary>What can be said of data that is about no person.</summary>
    public static readonly Shape Shape = new(Message.Of("Shapes.NonPersonal"),
        StatementKeys.Clause, StatementKeys.Origin, s_says, s_for);

    /// <summary>Reads the section.</summary>
    public static ImmutableArray<NonPersonalStatement> Bind(SyntaxNode? section, BindingContext context)
    {
        var bound = ImmutableArray.CreateBuilder<NonPersonalStatement>();
        foreach (var entry in context.Entries(section, Message.Of("Shapes.NonPersonals")))
        {
            var isNamed = CategoryOfThatName(entry.Key.Value, context.Vocabulary) is not { } category
                ? Values.Name.TryRead(entry.Key, context, out _)
                : Refuse(entry.Key, category, context);
            var fields = Fields.Read(entry.Value, Shape, entry.Key.Range, context);
            var (clauses, isDecision) = fields.ReadOrigin(Message.Quoted(entry.Key.Value), context);
            var says = fields.Read(s_says);
            var purposes = fields.Read(s_for).Values();
            if (isNamed)
                bound.Add(new()
                {
                    Name = entry.Key.Value,
                    Says = says,
                    Purposes = purposes,
                    Clauses = clauses,
                    IsDecision = isDecision,
                    Location = context.Locate(entry.Key.Range),
                });
        }
        return bound.ToImmutable();
    }

    // 'order' for what is not personal, beside 'transaction.order' for what is: nobody could keep the two apart.
    private static Term? CategoryOfThatName(string name, Vocabulary vocabulary) =>
        vocabulary.Terms(TermKind.Category).FirstOrDefault(category =>
            name == category.Key
            || name == category.Key.Replace('.', '-')
            || name == category.Key.Substring(category.Key.LastIndexOf('.') + 1));

    private static bool Refuse(ScalarNode key, Term category, BindingContext context)
    {
        context.Report(PolicyRules.WrongValue, key.Range,
            Message.Of("Sections.NonPersonalIsCategory", key.Value, category.Key));
        return false;
    }
}
