using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Binding;

/// <summary>Reads <c>consent:</c> of a purpose.</summary>
internal static class ConsentBinder
{
    private static readonly Key<ConsentManner> s_given = new("given", Values.Choice(
        ("opt-in", ConsentManner.OptIn), ("explicit", ConsentManner.Explicit), ("by-use", ConsentManner.ByUse)),
        Message.Of("Keys.ConsentGiven"));
    private static readonly Key<Located<Term>[]> s_at =
        new("at", Values.List(Values.Term(TermKind.Source)), Message.Of("Keys.ConsentAt"));
    private static readonly Key<Term> s_proof =
        new("proof", Values.Term(TermKind.Category), Message.Of("Keys.ConsentProof"));

    /// <summary>What can be said of consent.</summary>
    public static readonly Shape Shape = new(Message.Of("Shapes.Consent"),
        s_given, s_at, s_proof, StatementKeys.Clause, StatementKeys.Origin);

    /// <summary>Reads it; one that names no clause of its own is stated by the purpose's.</summary>
    public static ConsentStatement Bind(
        SyntaxNode node, TextRange key, Message whose, ImmutableArray<string> clauses, bool isDecision,
        BindingContext context, Uses uses)
    {
        var fields = Fields.Read(node, Shape, key, context);
        ConsentManner? given = fields.TryRequire(s_given, Message.Of("Sections.ConsentTo", whose), out var read) ? read : null;
        var own = fields.Read(StatementKeys.Clause).Values();
        var isOwnDecision = fields.Read(StatementKeys.Origin) is not null;
        var hasOrigin = !own.IsEmpty || isOwnDecision;
        if (fields.TryRead(s_proof, out var proof))
            uses.Categories.Add(new Located<Term>(proof, fields.Node(s_proof)!, context));
        return new()
        {
            Given = given,
            At = Uses.Note(fields.Read(s_at), uses.Sources),
            Proof = proof,
            Clauses = hasOrigin ? own : clauses,
            IsDecision = hasOrigin ? isOwnDecision : isDecision,
            Location = context.Locate(key),
        };
    }
}
