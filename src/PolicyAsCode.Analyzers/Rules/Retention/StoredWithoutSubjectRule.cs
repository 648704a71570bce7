using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Retention;

/// <summary>
/// PAC2008: an entity stores personal data, and neither it nor anything that its rows refer to says whose.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StoredWithoutSubjectRule : EntityRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.StoredWithoutSubject, RuleCategories.Declarations, DiagnosticSeverity.Error);

    /// <summary>Creates the rule.</summary>
    public StoredWithoutSubjectRule() : base(Rule)
    {
    }

    /// <summary>Whether nobody says whose rows these are: of no entity that they lead to, themselves included.</summary>
    internal static bool IsNobodys(Entity entity) => entity.SelfAndReached().All(one => one.Subject is null);

    private protected override void Check(Entity entity, BoundPolicy policy, EntityReporter reporter)
    {
        if (!IsNobodys(entity))
            return;
        // What is not collected at all is PAC2002, where it is declared.
        var stated = policy.Terms(entity.Fields.Aggregate(TermSet.Empty, (all, field) => all.Union(field.Categories)))
            .Select(category => (Category: category, Statements: policy.Evaluator.StatementsOn(category)))
            .Where(one => !one.Statements.IsEmpty)
            .ToList();
        if (stated.Count == 0)
            return;

        var (categories, because) = (Wording.List(stated.Select(one => one.Category)), stated[0].Statements[0]);
        var subjects = stated.SelectMany(one => one.Statements).SelectMany(one => one.Subjects).Distinct().ToList();
        var cited = Wording.Citation(policy.Model, because);
        reporter.Report(
            Rule, entity.Type, stated.Select(one => one.Statements[0]).Distinct(),
            subjects.Count == 0
                ? Say.This("NobodysData", entity.Type.Name, categories, policy.Model.Header.Title, cited)
                : Say.This("NobodysDataOf", entity.Type.Name, categories, policy.Model.Header.Title,
                    Wording.Either(subjects), cited, subjects[0].Key));
    }
}
