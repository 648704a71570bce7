using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Detection;
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
        var detector = new PersonalDataDetector(scope.Policy.Model.Vocabulary);
        var types = new ConcurrentDictionary<INamedTypeSymbol, TypeContext>(SymbolEqualityComparer.Default);
        scope.OnSymbol<IPropertySymbol>(SymbolKind.Property, (property, reporter) =>
        {
            if (!property.IsIndexer && property.ExplicitInterfaceImplementations.IsEmpty)
                Check(property, property.Type, reporter);
        });
        scope.OnSymbol<IFieldSymbol>(SymbolKind.Field, (field, reporter) =>
        {
            if (!field.IsConst && !field.IsImplicitlyDeclared && field.DeclaredAccessibility != Accessibility.Private)
                Check(field, field.Type, reporter);
        });

        void Check(ISymbol member, ITypeSymbol type, Reporter reporter)
        {
            // A date from which retention counts is declared by that.
            if (member.IsStatic || member.IsOverride
                || Suggestion(member, type) is not { } suggestion
                || scope.Policy.Data.Of(member).IsDeclared
                || Attributes.One(member, Attributes.RetentionAnchor) is not null
                || Attributes.One(member.ContainingType, Attributes.NotPersonalData) is { } all && Attributes.GivesReason(all))
                return;

            var because = scope.Policy.Evaluator.StatementOn(suggestion.Category);
            var (looks, why) = (suggestion.Category.Key, suggestion.Why);
            var score = suggestion.Score.ToString("0.00", CultureInfo.InvariantCulture);
            reporter.Report(
                Rule, member.Locations[0], member, because is null ? [] : new Statement[] { because },
                IsMarked(member)
                    ? Say.This("LooksPersonalNoReason", member.Name, looks, why, score)
                    : Say.This("LooksPersonal", member.Name, looks, why, score),
                Mend.With(Mend.Categories, suggestion.Category.Key));
        }

        Suggestion? Suggestion(ISymbol member, ITypeSymbol type) => detector.Suggest(
            member.Name, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            types.GetOrAdd(member.ContainingType, owner => detector.ContextOf(
                owner.Name,
                owner.GetMembers().Where(one => one is IPropertySymbol or IFieldSymbol).Select(one => one.Name),
                IsPerson(owner, scope.Policy))));
    }

    private static bool IsMarked(ISymbol member) => Attributes.One(member, Attributes.NotPersonalData) is not null
        || Attributes.One(member.ContainingType, Attributes.NotPersonalData) is not null;

    private static bool IsPerson(INamedTypeSymbol type, BoundPolicy policy) =>
        policy.Data.Subject(type) is not null
        || policy.Names.Personal.Contains(type.Name) && type.GetMembers().Any(member =>
            policy.Names.Personal.Contains(member.Name) && !policy.Data.Categories(member).IsEmpty);
}
