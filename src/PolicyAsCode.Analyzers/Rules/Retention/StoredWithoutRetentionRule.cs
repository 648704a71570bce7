using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Retention;

/// <summary>
/// PAC4001: a category is stored, and the policy does not say how long it is kept: not at all, or not for this subject.
/// What it says is never stored is PAC2006.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StoredWithoutRetentionRule : EntityRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.StoredWithoutRetention, RuleCategories.Retention, DiagnosticSeverity.Error);

    /// <summary>Creates the rule.</summary>
    public StoredWithoutRetentionRule() : base(Rule)
    {
    }

    private protected override void Check(Entity entity, BoundPolicy policy, EntityReporter reporter)
    {
        foreach (var field in entity.Fields)
            foreach (var category in policy.Terms(field.Categories))
                if (Fault(category, entity, policy) is { } fault)
                    reporter.Report(Rule, field.Property, [fault.Because], fault.Words(
                        Wording.Member(field.Property), category.Key, policy.Model.Header.Title,
                        Wording.Citation(policy.Model, fault.Because)));
    }

    private static (Func<string, string, string, Message, Message> Words, Statement Because)? Fault(Term category, Entity entity, BoundPolicy policy)
    {
        var evaluator = policy.Evaluator;
        // What is not collected at all is PAC2002, where it is declared.
        if (evaluator.StatementOn(category) is not { } statement)
            return null;

        var subjects = entity.Subjects.ToList();
        var isKept = subjects.Count == 0
            ? evaluator.RetentionOf(category, null) is not null
            : subjects.Any(subject => evaluator.RetentionOf(category, subject) is not null);
        if (isKept || evaluator.MayStore(category) is { IsAllowed: false })
            return null;
        return statement.Keep is not null && subjects.Count > 0
            ? ((member, data, who, cited) => Say.This(
                "KeptOfOthers", member, data, who, Wording.List(statement.Subjects), Wording.List(subjects), cited), statement)
            : ((member, data, who, cited) => Say.This("NoRetention", member, data, who, cited), statement);
    }
}
