using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Facts.Naming;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Declarations;

/// <summary>
/// PAC2004: a member looks like personal data by its name, its type and its place, and nobody declared it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PersonalDataNotDeclaredRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule = Describe.CreateRule(
        RuleIds.PersonalDataNotDeclared, "Looks like personal data and is not declared",
        RuleCategories.Declarations, DiagnosticSeverity.Warning,
        "What is not declared is not checked. A name is a suspicion and no proof, so either answer is a declaration.");

    /// <summary>Creates the rule.</summary>
    public PersonalDataNotDeclaredRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope)
    {
        var hints = new NameHints(scope.Policy.Model.Vocabulary);
        scope.OnSymbol<IPropertySymbol>(SymbolKind.Property, (property, reporter) =>
        {
            if (!property.IsIndexer && property.ExplicitInterfaceImplementations.IsEmpty)
                Check(property, property.Type, hints, scope.Policy, reporter);
        });
        scope.OnSymbol<IFieldSymbol>(SymbolKind.Field, (field, reporter) =>
        {
            if (!field.IsConst && !field.IsImplicitlyDeclared && field.DeclaredAccessibility != Accessibility.Private)
                Check(field, field.Type, hints, scope.Policy, reporter);
        });
    }

    private static void Check(ISymbol member, ITypeSymbol type, NameHints hints, BoundPolicy policy, Reporter reporter)
    {
        if (member.IsStatic || member.IsOverride
            || Suspicion.Of(member, type, hints, owner => IsPerson(owner, policy)) is not { } suspicion
            || policy.Data.Of(member).IsDeclared
            || Attributes.One(member.ContainingType, Attributes.NotPersonalData) is not null)
            return;

        var because = policy.Evaluator.StatementOn(suspicion.Term);
        reporter.Report(
            Rule, member.Locations[0], member, because is null ? [] : new Statement[] { because },
            Say.This("LooksPersonal", member.Name, suspicion.Term.Key, suspicion.Reason, suspicion.Score, Suspicion.Highest));
    }

    private static bool IsPerson(INamedTypeSymbol type, BoundPolicy policy) =>
        policy.Data.Subject(type) is not null
        || policy.Names.Personal.Contains(type.Name) && type.GetMembers().Any(member =>
            policy.Names.Personal.Contains(member.Name) && !policy.Data.Categories(member).IsEmpty);
}
