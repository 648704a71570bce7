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
    private static readonly Key<Form> s_as =
        new("as", RecipientBinder.Forms, Message.Of("Keys.PurposeAs"));
    private static readonly Key<SyntaxNode> s_consent =
        new("consent", Groups.Of(ConsentBinder.Shape), Message.Of("Keys.PurposeConsent"));
    private static readonly Key<Message> s_interest =
        new("interest", Values.Sentence, Message.Of("Keys.PurposeInterest"));
    private static readonly Key<bool> s_objection =
        new("objection", Values.Flag, Message.Of("Keys.PurposeObjection"));

    /// <summary>What can be said of a purpose.</summary>
    public static readonly Shape Shape = new(Message.Of("Shapes.Purpose"),
        StatementKeys.Clause, StatementKeys.Origin, s_basis, s_optOut, s_as, s_consent, s_interest, s_objection);
    private static readonly Value<Term> s_purpose = Values.Term(TermKind.Purpose);

    /// <summary>What can stand behind <c>basis:</c>, for messages.</summary>
    public static Message Bases => s_basis.Expectation;

    /// <summary>Reads the section.</summary>
    public static ImmutableArray<PurposeStatement> Bind(SyntaxNode? section, BindingContext context, Uses uses)
    {
        var bound = ImmutableArray.CreateBuilder<PurposeStatement>();
        foreach (var entry in context.Entries(section, Message.Of("Shapes.Purposes"), Shape))
        {
            var whose = Message.Quoted(entry.Key.Value);
            s_purpose.TryRead(entry.Key, context, out var purpose);
            var fields = Fields.Read(entry.Value, Shape, entry.Key.Range, context);
            var (clauses, isDecision) = fields.ReadOrigin(whose, context);
            LawfulBasis? basis = fields.TryRead(s_basis, out var read) ? read : null;
            if (!fields.Has(s_basis) && !fields.IsDamaged)
                context.Report(PolicyRules.PurposeWithoutBasis, entry.Key.Range,
                    Message.Of("Statements.PurposeWithoutBasis", whose, s_basis.Expectation));
            var optOut = fields.Read(s_optOut);
            // A form that cannot be read grants the least, not the most.
            var form = fields.TryRead(s_as, out var asked) ? asked : fields.Has(s_as) ? Form.Anonymised : Form.Raw;
            var consent = fields.TryRead(s_consent, out var node)
                ? ConsentBinder.Bind(node, fields.Place(s_consent), whose, clauses, isDecision, context, uses)
                : null;
            var interest = fields.Read(s_interest);
            var objection = fields.ReadOptional(s_objection);
            if (purpose is not null)
                bound.Add(new()
                {
                    Clauses = clauses,
                    IsDecision = isDecision,
                    Purpose = purpose,
                    Basis = basis,
                    OptOut = optOut,
                    As = form,
                    Consent = consent,
                    Interest = interest,
                    Objection = objection,
                    Location = context.Locate(entry.Key.Range),
                });
        }
        return bound.ToImmutable();
    }
}
