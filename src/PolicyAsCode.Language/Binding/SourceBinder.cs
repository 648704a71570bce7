using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>Reads <c>sources:</c>.</summary>
internal static class SourceBinder
{
    private static readonly Key<SourceOrigin> s_from = new("from", Values.Choice(
        ("person", SourceOrigin.Person), ("device", SourceOrigin.Device),
        ("third-party", SourceOrigin.ThirdParty), ("public", SourceOrigin.Public)),
        Message.Of("Keys.SourceFrom"));

    /// <summary>What can be said of a source.</summary>
    public static readonly Shape Shape =
        new(Message.Of("Shapes.Source"), StatementKeys.Clause, StatementKeys.Origin, s_from);

    private static readonly Value<Term> s_source = Values.Term(TermKind.Source);

    /// <summary>Reads the section.</summary>
    public static ImmutableArray<SourceStatement> Bind(SyntaxNode? section, BindingContext context)
    {
        var bound = ImmutableArray.CreateBuilder<SourceStatement>();
        foreach (var entry in context.Entries(section, Message.Of("Shapes.Sources"), Shape))
        {
            s_source.TryRead(entry.Key, context, out var source);
            var fields = Fields.Read(entry.Value, Shape, entry.Key.Range, context);
            var (clauses, isDecision) = fields.ReadOrigin(Message.Quoted(entry.Key.Value), context);
            var from = fields.ReadOptional(s_from);
            if (source is not null)
                bound.Add(new()
                {
                    Source = source,
                    From = from,
                    Clauses = clauses,
                    IsDecision = isDecision,
                    Location = context.Locate(entry.Key.Range),
                });
        }
        return bound.ToImmutable();
    }
}
