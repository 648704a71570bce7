using System.Collections.Immutable;
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
        "It names the lawful basis.");
    private static readonly Key<string> s_optOut = new("opt-out",
        Values.Word("every-message", "on-request", "in-settings"), "It says where a person can say no.");
    private static readonly Shape s_shape =
        new("a statement on a purpose", StatementKeys.Clause, StatementKeys.Origin, s_basis, s_optOut);
    private static readonly Value<Term> s_purpose = Values.Term(TermKind.Purpose);

    /// <summary>What can stand behind <c>basis:</c>, for messages.</summary>
    public static string Bases => s_basis.Expectation;

    /// <summary>Reads the section.</summary>
    public static ImmutableArray<PurposeStatement> Bind(SyntaxNode? section, BindingContext context)
    {
        var bound = ImmutableArray.CreateBuilder<PurposeStatement>();
        foreach (var entry in context.Entries(section, "purposes"))
        {
            var whose = $"'{entry.Key.Value}'";
            s_purpose.TryRead(entry.Key, context, out var purpose);
            var fields = Fields.Read(entry.Value, s_shape, entry.Key.Range, context);
            var (clauses, isDecision) = fields.ReadOrigin(whose, context);
            LawfulBasis? basis = fields.TryRead(s_basis, out var read) ? read : null;
            if (!fields.Has(s_basis) && !fields.IsDamaged)
                context.Report(PolicyRules.PurposeWithoutBasis, entry.Key.Range,
                    $"{whose} has no lawful basis. Add 'basis:' with {s_basis.Expectation}.");
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
