using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Retention;

/// <summary>
/// PAC4003: an entity holds personal data, and no reference leads from its rows to whom they are about. One of which
/// nobody says whose it is, nor of anything that it refers to, is PAC2008.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EntityUnreachableRule : EntityRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.EntityUnreachable, RuleCategories.Retention, DiagnosticSeverity.Error);

    internal static readonly DiagnosticDescriptor Uncovered =
        Describe.CreateRule(RuleIds.EntityUnreachable, RuleCategories.Retention, DiagnosticSeverity.Error, "Uncovered");

    /// <summary>Creates the rule.</summary>
    public EntityUnreachableRule() : base(Rule, Uncovered)
    {
    }

    private protected override void Check(Entity entity, BoundPolicy policy, EntityReporter reporter)
    {
        var reached = entity.Roots.Select(root => root.Subject!).ToList();
        var lost = new List<(Term Category, DataStatement Statement)>();
        foreach (var category in policy.Terms(Categories(entity)))
            if (policy.Evaluator.StatementsOn(category) is { IsEmpty: false } statements
                && !reached.Any(subject => Belongs(subject, entity, statements)))
                lost.Add((category, statements[0]));
        if (GeneratedOperations.AreIn(policy) && !CheckShape(entity, policy, reporter) && lost.Count == 0)
            TellRefused(entity, policy, reporter);
        if (lost.Count == 0 || StoredWithoutSubjectRule.IsNobodys(entity))
            return;

        var subjects = entity.Subject is { } own ? [own] : lost.SelectMany(one =>
            one.Statement.Subjects).Distinct().ToList();
        reporter.Report(
            Rule, entity.Type, lost.Select(one => one.Statement),
            Say.This("Unreachable", entity.Type.Name, Wording.List(lost.Select(one => one.Category)),
                Say.This("OwnSubject", Wording.Either(subjects), subjects[0].Key),
                // What is broken is the promise to erase, where one is stated.
                Wording.Citation(policy.Model, policy.Model.Rights.FirstOrDefault(right => right.Right == "erasure") ?? (Statement)lost[0].Statement)));
    }

    /// <summary>For which subjects nothing is generated because of the entity, where nothing else says so.</summary>
    private static void TellRefused(Entity entity, BoundPolicy policy, EntityReporter reporter)
    {
        foreach (var (record, reason) in policy.Refused.By(entity.Type))
        {
            var because = Stated(entity, policy).Select(one => one.Statement).Distinct().ToList();
            reporter.Report(
                Uncovered, entity.Type, because,
                Say.This("NotErased", record.Name, reason, Wording.Citation(policy.Model, because.FirstOrDefault())));
        }
    }

    private static IEnumerable<(PersonalField Field, Term Category, DataStatement Statement)> Stated(Entity entity, BoundPolicy policy)
    {
        foreach (var field in entity.Fields)
            foreach (var category in policy.Terms(field.Categories))
                if (policy.Evaluator.StatementsOn(category) is { IsEmpty: false } statements)
                    yield return (field, category, statements[0]);
    }

    private static bool CheckShape(Entity entity, BoundPolicy policy, EntityReporter reporter)
    {
        var isSaid = false;
        var stated = Stated(entity, policy).ToList();
        if (stated.Count == 0)
            return isSaid;

        var because = stated.Select(one => one.Statement).Distinct().ToList();
        var citation = Wording.Citation(policy.Model, because[0]);
        foreach (var root in entity.Roots.Where(root => !ReferenceEquals(root, entity)))
            if ((entity.Subject is null || ReferenceEquals(entity.Subject, root.Subject))
                && entity.References(root, policy.Contents) > 1
                && stated.Exists(one => one.Category.Identifies && !SaysWhose(one.Field.Property, entity, root)))
            {
                isSaid = true;
                reporter.Report(
                    Uncovered, entity.Type, because,
                    Say.This("TwoReferences", entity.Type.Name, root.Type.Name, citation));
            }

        return isSaid;
    }

    /// <summary>Whether a field's name begins with one of the references: <c>SenderName</c> is whose <c>SenderId</c> says.</summary>
    private static bool SaysWhose(IPropertySymbol field, Entity entity, Entity root) =>
        entity.Links.Any(link => ReferenceEquals(link.To, root) && link.ForeignKey is { Name: { Length: > 2 } key }
            && key.EndsWith("Id", StringComparison.Ordinal)
            && field.Name.StartsWith(key.Substring(0, key.Length - 2), StringComparison.Ordinal));

    private static bool Belongs(Term subject, Entity entity, IEnumerable<DataStatement> statements) =>
        entity.Subject is { } own
            ? ReferenceEquals(own, subject)
            : statements.Any(one => one.Subjects.IsEmpty || one.Subjects.Any(subject.IsWithin));

    private static TermSet Categories(Entity entity) =>
        entity.Fields.Aggregate(TermSet.Empty, (all, field) => all.Union(field.Categories));
}
