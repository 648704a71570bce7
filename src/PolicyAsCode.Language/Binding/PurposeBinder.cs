using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>Reads <c>purposes:</c>.</summary>
internal static class PurposeBinder
{
    private static readonly Key<LawfulBasis> s_basis = new("basis", Values.Choice(
        ("consent", LawfulBasis.Consent), ("contract", LawfulBasis.Contract),
        ("legal-obligation", LawfulBasis.LegalObligation), ("vital-interests", LawfulBasis.VitalInterests),
        ("public-task", LawfulBasis.PublicTask), ("legitimate-interests", LawfulBasis.LegitimateInterests)),
        Message.Of("Keys.PurposeBasis"));
    private static readonly Key<string> s_optOut = new("opt-out",
        Values.Word("every-message", "on-request", "in-settings"), Message.Of("Keys.PurposeOptOut"));
    private static readonly Shape s_shape =
        new(Message.Of("Shapes.Purpose"), StatementKeys.Clause, StatementKeys.Origin, s_basis, s_optOut);
    private static readonly Value<Term> s_purpose = Values.Term(TermKind.Purpose);

    /// <summary>What can stand behind <c>basis:</c>, for messages.</summary>
    public static Message Bases => s_basis.Expectation;

    /// <summary>Reads the section.</summary>
    public static ImmutableArray<PurposeStatement> Bind(SyntaxNode? section, BindingContext context)
    {
        var bound = ImmutableArray.CreateBuilder<PurposeStatement>();
        foreach (var entry in context.Entries(section, Message.Of("Shapes.Purposes")))
        {
            var whose = Message.Quoted(entry.Key.Value);
            s_purpose.TryRead(entry.Key, context, out var purpose);
            var fields = Fields.Read(entry.Value, s_shape, entry.Key.Range, context);
            var (clauses, isDecision) = fields.ReadOrigin(whose, context);
            LawfulBasis? basis = fields.TryRead(s_basis, out var read) ? read : null;
            if (!fields.Has(s_basis) && !fields.IsDamaged)
                context.Report(PolicyRules.PurposeWithoutBasis, entry.Key.Range,
                    Message.Of("Statements.PurposeWithoutBasis", whose, s_basis.Expectation));
            var optOut = fields.Read(s_optOut);
            if (purpose is not null)
                bound.Add(new()
                {
                    Clauses = clauses,
                    IsDecision = isDecision,
                    Purpose = purpose,
                    Basis = basis,
                    OptOut = optOut,
                    Location = context.Locate(entry.Key.Range),
                });
        }
        return bound.ToImmutable();
    }
}
