using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Declarations;

/// <summary>
/// PAC2004: a member looks like personal data by its name, its type and its place, and nobody declared it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PersonalDataNotDeclaredRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.PersonalDataNotDeclared, RuleCategories.Declarations, DiagnosticSeverity.Warning);

    /// <summary>Creates the rule.</summary>
    public PersonalDataNotDeclaredRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope)
    {
        scope.OnSymbol<IPropertySymbol>((property, reporter) =>
        {
            if (!property.IsIndexer && property.ExplicitInterfaceImplementations.IsEmpty)
                Check(property, property.Type, reporter);
        });
        scope.OnSymbol<IFieldSymbol>((field, reporter) =>
        {
            if (!field.IsConst && !field.IsImplicitlyDeclared && field.DeclaredAccessibility != Accessibility.Private)
                Check(field, field.Type, reporter);
        });

        void Check(ISymbol member, ITypeSymbol type, Reporter reporter)
        {
            if (member.IsStatic || member.IsOverride)
                return;
            if (IsMarked(member, type, scope.Policy, out var held))
                ReportMarked(member, held, scope.Policy, reporter);
            else if (scope.Policy.Suggestions.Of(member, type, owner => IsPerson(owner, scope.Policy)) is { } suggestion
                // A date from which retention counts is declared by that.
                && !scope.Policy.Data.Of(member).IsDeclared && !scope.Policy.Data.Anchors(member).Any()
                && !scope.Policy.Data.IsNotPersonal(member.ContainingType))
            {
                var (looks, why) = (suggestion.Category.Key, suggestion.Why);
                var score = suggestion.Score.ToString("0.00", CultureInfo.InvariantCulture);
                Report(
                    member, suggestion.Category, scope.Policy, reporter,
                    LacksReason(member)
                        ? Say.This("LooksPersonalNoReason", member.Name, looks, why, score)
                        : Say.This("LooksPersonal", member.Name, looks, why, score));
            }
        }
    }

    private static void Report(ISymbol member, Term? category, BoundPolicy policy, Reporter reporter, Message message)
    {
        var because = category is null ? null : policy.Evaluator.StatementOn(category);
        reporter.Report(
            Rule, member.Locations[0], member, because is null ? [] : new Statement[] { because },
            because is null ? message : Message.Sentences(message, Wording.Citation(policy.Model, because)),
            category is null ? null : Mend.With(Mend.Categories, category.Key));
    }

    // A mark on what holds declared members of its own is made good by those.
    private static bool IsMarked(ISymbol member, ITypeSymbol type, BoundPolicy policy, out MemberData held)
    {
        held = MemberData.Nothing;
        if (!policy.Names.Personal.Contains(member.Name))
            return false;
        held = policy.Data.Of(member);
        return held.Mark is not null && policy.Contents.Of(type).IsEmpty && !policy.Data.IsNotPersonal(member.ContainingType);
    }

    private static void ReportMarked(ISymbol member, MemberData held, BoundPolicy policy, Reporter reporter)
    {
        var like = policy.Terms(held.Categories).FirstOrDefault();
        Report(
            member, like, policy, reporter,
            like is null
                ? Say.This("MarkedPersonal", member.Name, held.Mark!)
                : Say.This("MarkedPersonalLike", member.Name, held.Mark!, like.Key));
    }

    private static bool LacksReason(ISymbol member) => Attributes.One(member, Attributes.NotPersonalData) is not null
        || Attributes.One(member.ContainingType, Attributes.NotPersonalData) is not null;

    private static bool IsPerson(INamedTypeSymbol type, BoundPolicy policy) =>
        policy.Data.Subject(type) is not null
        || policy.Names.Personal.Contains(type.Name) && type.GetMembers().Any(member =>
            policy.Names.Personal.Contains(member.Name) && !policy.Data.Categories(member).IsEmpty);
}
