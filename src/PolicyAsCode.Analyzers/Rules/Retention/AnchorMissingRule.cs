using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Retention;

/// <summary>
/// PAC4002: retention counts from an event that no date of the entity, nor of what leads to its subject, records; or
/// the property that is said to record it is no date.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AnchorMissingRule : EntityRule
{
    internal static readonly DiagnosticDescriptor Missing =
        Describe.CreateRule(RuleIds.AnchorMissing, RuleCategories.Retention, DiagnosticSeverity.Error);

    /// <summary>Creates the rule.</summary>
    public AnchorMissingRule() : base(Missing)
    {
    }

    private protected override void Check(Entity entity, BoundPolicy policy, EntityReporter reporter)
    {
        foreach (var anchors in RetentionPlan.Of(entity, policy).GroupBy(kept => kept.Keep.From))
            if (anchors.Key is { } anchor)
                Check(anchor, anchors.First(), entity, policy, reporter);
    }

    private static void Check(
        Term anchor, RetentionPlan.Kept kept, Entity entity, BoundPolicy policy, EntityReporter reporter)
    {
        // Generated code reads a date over navigations; without it, people may join as they like.
        var isGenerated = GeneratedOperations.AreIn(policy);
        var marked = entity.SelfAndReached(overNavigations: isGenerated)
            .SelectMany(one => Marked(one.Type, anchor, policy)).ToList();
        if (marked.Any(property => IsDate(property.Type)))
            return;

        var citation = Wording.Citation(policy.Model, kept.Keep, policy.Evaluator.StatementOn(kept.Category));
        if (marked.FirstOrDefault() is { } wrong)
            reporter.Report(
                Missing, wrong, [kept.Keep],
                Say.This("AnchorNoDate", Wording.Member(wrong), anchor.Key, kept.Category.Key, entity.Type.Name, citation));
        else
            reporter.Report(
                Missing, kept.Field.Property, [kept.Keep],
                isGenerated
                    ? Say.This("AnchorMissingOnPath", Wording.Member(kept.Field.Property), kept.Category.Key, anchor.Key,
                        entity.Type.Name, citation)
                    : Say.This("AnchorMissing", Wording.Member(kept.Field.Property), kept.Category.Key, anchor.Key,
                        entity.Type.Name, citation));
    }

    private static IEnumerable<IPropertySymbol> Marked(INamedTypeSymbol type, Term anchor, BoundPolicy policy)
    {
        for (var at = type; at is { SpecialType: SpecialType.None }; at = at.BaseType)
            foreach (var member in at.GetMembers())
                if (member is IPropertySymbol property && policy.Data.Anchors(property).Contains(anchor))
                    yield return property;
    }

    private static bool IsDate(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        return type.ContainingNamespace is { Name: "System" }
            && type.Name is "DateTimeOffset" or "DateTime" or "DateOnly";
    }
}
