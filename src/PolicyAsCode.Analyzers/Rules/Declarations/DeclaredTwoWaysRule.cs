using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Analyzers.Rules.Declarations;

/// <summary>
/// PAC2003: an attribute says one thing and a bindings file another of the same member, type or method. Of two terms one of
/// which is within the other, the narrower only says more.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclaredTwoWaysRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.DeclaredTwoWays, RuleCategories.Declarations, DiagnosticSeverity.Error);

    /// <summary>Creates the rule.</summary>
    public DeclaredTwoWaysRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope)
    {
        var policy = scope.Policy;
        if (policy.Bindings.HasTypes)
        {
            scope.OnSymbol<IPropertySymbol>((property, reporter) => CheckMember(property, policy, reporter));
            scope.OnSymbol<IFieldSymbol>((field, reporter) => CheckMember(field, policy, reporter));
            scope.OnSymbol<INamedTypeSymbol>((type, reporter) => CheckSubject(type, policy, reporter));
        }
        if (policy.Bindings.HasMethods)
            scope.OnSymbol<IMethodSymbol>((method, reporter) => CheckMethod(method, policy, reporter));
    }

    private static void CheckMember(ISymbol member, BoundPolicy policy, Reporter reporter)
    {
        if (Bound(member, policy) is not { } bound || policy.Data.ByOwnAttribute(member) is not { } said)
            return;
        var declared = policy.Terms(said.Categories).ToImmutableArray();
        if (said.IsNotPersonal == bound.NotPersonalBecause is not null
            && declared.All(one => bound.Categories.Any(other => Agree(one, other)))
            && bound.Categories.All(one => declared.Any(other => Agree(one, other))))
            return;
        Report(member, Data(declared, said.IsNotPersonal), Data(bound.Categories, bound.NotPersonalBecause is not null),
            bound.Location, policy, reporter);
    }

    private static void CheckSubject(INamedTypeSymbol type, BoundPolicy policy, Reporter reporter)
    {
        if (Attributes.One(type, Attributes.DataSubject) is { } attribute
            && Attributes.Terms(attribute, TermKind.Subject, policy.Model.Vocabulary).FirstOrDefault() is { } said
            && policy.Bindings.Type(type) is { Subject: { } bound } binding && !Agree(said, bound))
            Report(type, Message.Verbatim(said.Key), Message.Verbatim(bound.Key), binding.Location, policy, reporter);
    }

    private static void CheckMethod(IMethodSymbol method, BoundPolicy policy, Reporter reporter)
    {
        if (policy.Bindings.Method(method) is not { } binding)
            return;
        if (binding.DisclosesTo is { } bound && Attributes.One(method, Attributes.Recipient) is { } attribute
            && Attributes.Terms(attribute, TermKind.Recipient, policy.Model.Vocabulary).FirstOrDefault() is { } said
            && (bound.Recipient is null || !Agree(said, bound.Recipient)))
            Report(method, Message.Verbatim(said.Key), Message.Verbatim(bound.Recipient?.Key ?? Receiver.Word),
                binding.Location, policy, reporter);
        if (binding.Anonymises is { } form && Attributes.One(method, Attributes.Anonymises)
                is { ConstructorArguments: [{ Value: int other }] } && (Form)other != form)
            Report(method, Message.Verbatim(Wording.Word((Form)other)), Message.Verbatim(Wording.Word(form)),
                binding.Location, policy, reporter);
    }

    private static void Report(
        ISymbol symbol, Message attribute, Message binding, FileLocation place, BoundPolicy policy, Reporter reporter) =>
        reporter.Report(
            Rule, symbol.Locations[0], symbol, [], [PolicyLocation.Of(place)],
            Say.This("DeclaredTwoWays", Wording.Member(symbol), attribute, binding, Wording.Place(place)));

    // What is bound of a type holds for those that derive from it, as far as they do not say otherwise themselves.
    private static MemberBinding? Bound(ISymbol member, BoundPolicy policy)
    {
        for (var type = member.ContainingType; type is { SpecialType: SpecialType.None }; type = type.BaseType)
            if (policy.Bindings.Member(type, member.Name) is { } bound)
                return bound.Categories.IsEmpty && bound.NotPersonalBecause is null ? null : bound;
        return null;
    }

    private static bool Agree(Term one, Term other) => one.IsWithin(other) || other.IsWithin(one);

    private static Message Data(ImmutableArray<Term> categories, bool isNotPersonal) =>
        isNotPersonal ? Say.This("NoPersonalData") : Wording.List(categories);
}
