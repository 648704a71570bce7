using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Analyzers.Rules.Retention;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Protection;

/// <summary>PAC5007: a column holds data that the policy stores encrypted, and nothing says by what it is.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StoredUnencryptedRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.StoredUnencrypted, RuleCategories.Protection, DiagnosticSeverity.Error);

    // What libraries encrypt a column by: Identity's own, EntityFrameworkCore.DataEncryption, EntityFrameworkCore.EncryptColumn.
    private static readonly string[] s_marks =
        [Attributes.Encrypted, "ProtectedPersonalDataAttribute", "EncryptColumnAttribute"];

    /// <summary>Creates the rule.</summary>
    public StoredUnencryptedRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope)
    {
        var encrypted = scope.Policy.Evaluator.Protected(Language.Model.Protection.EncryptedAtRest);
        if (!encrypted.IsEmpty)
            EntityRule.OnEntity(scope, (entity, reporter) => Check(entity, encrypted, scope.Policy, reporter));
    }

    private static void Check(Entity entity, TermSet encrypted, BoundPolicy policy, EntityReporter reporter)
    {
        if (entity.Fields.All(field => field.Categories.Intersect(encrypted).IsEmpty) || IsMarked(entity.Type))
            return;
        var contexts = policy.Entities.ContextsOf(entity).ToList();
        if (contexts.Count > 0 && contexts.TrueForAll(IsMarked))
            return;

        foreach (var field in entity.Fields)
            if (field.Categories.Intersect(encrypted) is { IsEmpty: false } clear && !IsEncrypted(field.Property))
            {
                var terms = policy.Terms(clear).ToList();
                var because = terms
                    .SelectMany(one => policy.Evaluator.ProtectedBy(one, Language.Model.Protection.EncryptedAtRest))
                    .Distinct().ToList();
                reporter.Report(
                    Rule, field.Property, because,
                    Say.This("StoredUnencrypted", Wording.Member(field.Property), Wording.List(terms),
                        policy.Model.Header.Title, Wording.Pronoun(terms.Count),
                        Wording.Citation(policy.Model, because.FirstOrDefault())));
            }
    }

    // The column, the type of its values, or the object within the row that it belongs to.
    private static bool IsEncrypted(IPropertySymbol property)
    {
        var type = property.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : property.Type;
        return Has(property) || type is INamedTypeSymbol named && IsMarked(named) || IsMarked(property.ContainingType);
    }

    private static bool IsMarked(INamedTypeSymbol type)
    {
        for (var at = type; at is { SpecialType: SpecialType.None }; at = at.BaseType)
            if (Has(at))
                return true;
        return false;
    }

    private static bool Has(ISymbol symbol) => symbol.GetAttributes().Any(one => s_marks.Contains(one.AttributeClass?.Name));
}
