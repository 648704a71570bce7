using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Retention;

/// <summary>
/// PAC4004: a field must go while its row stays, and can be neither nulled nor emptied. A field that goes together
/// with its row is fine, whatever it is.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FieldNotErasableRule : EntityRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.FieldNotErasable, RuleCategories.Retention, DiagnosticSeverity.Error);

    /// <summary>Creates the rule.</summary>
    public FieldNotErasableRule() : base(Rule)
    {
    }

    private protected override void Check(Entity entity, BoundPolicy policy, EntityReporter reporter)
    {
        var plan = RetentionPlan.Of(entity, policy);
        var said = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var kept in plan)
            if (!IsBlankable(entity, kept.Field.Property)
                && plan.FirstOrDefault(other => RowStays.Without(kept, other)) is { } stays
                && said.Add(kept.Field.Property))
                reporter.Report(
                    Rule, kept.Field.Property, [stays.Keep, kept.Keep],
                    Say.This("NotBlankable", Wording.Member(kept.Field.Property), stays.Category.Key,
                        Wording.Member(stays.Field.Property), RowStays.Why(stays.Keep),
                        Wording.Citation(policy.Model, stays.Keep)));

        // An anonymised row must lose its link to the subject, or it is no more anonymous than before.
        if (plan.FirstOrDefault(kept => kept.Keep.Then == RetentionAction.Anonymise) is { } anonymised)
            foreach (var link in entity.Links)
                if (link is { IsOptional: false, ForeignKey: { } key } && link.To.Subject is not null && said.Add(key))
                    reporter.Report(
                        Rule, key, [anonymised.Keep],
                        Say.This("NotCut", Wording.Member(key), link.To.Type.Name, anonymised.Category.Key,
                            Wording.Citation(policy.Model, anonymised.Keep)));
    }

    private static bool IsBlankable(Entity entity, IPropertySymbol property) =>
        EntityProperty.MayBeNull(property.Type)
        || property.Type.SpecialType == SpecialType.System_String && !EntityKeys.IsKeyOrUnique(entity.Type, property);
}
