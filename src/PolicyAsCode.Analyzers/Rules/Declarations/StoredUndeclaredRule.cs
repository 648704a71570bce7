using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Analyzers.Rules.Protection;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Declarations;

/// <summary>
/// PAC2005: personal data is written into a member that is not declared to hold it. It keeps the heap closed: what no
/// declaration names, no other rule can follow.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StoredUndeclaredRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.StoredUndeclared, RuleCategories.Declarations, DiagnosticSeverity.Error);

    /// <summary>Creates the rule.</summary>
    public StoredUndeclaredRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope) =>
        scope.OnData((flow, reporter) =>
        {
            foreach (var store in flow.Stores)
            {
                var missing = Undeclared(store, scope.Policy);
                if (missing.Count > 0)
                    reporter.Report(
                        Rule, store.Value.Syntax.GetLocation(), flow.Owner,
                        missing.Select(scope.Policy.Evaluator.StatementOn).OfType<Statement>(),
                        Origins.Of(store.Value, flow, scope.Policy).Concat(store.Path is null ? [] : [store.Site]),
                        store.Path is null
                            ? Say.This("StoredUndeclared", Wording.Code(store.Value.Syntax), Wording.List(missing),
                                Wording.Member(store), Declared(store.Member, scope.Policy),
                                missing.Select(term => $"\"{term.Key}\""))
                            : Say.This("StoredThrough", Wording.Code(store.Value.Syntax), Wording.List(missing),
                                Wording.Path(store.Path), Wording.Member(store),
                                Declared(store.Member, scope.Policy), missing.Select(term => $"\"{term.Key}\"")),
                        store.FarName is null ? HowToDeclare(store.Member, missing, scope.Policy) : null);
                CheckForm(store, flow, scope.Policy, reporter);
            }
        });

    // Who said that a member holds nothing personal decides what it holds.
    private static ImmutableDictionary<string, string?>? HowToDeclare(
        ISymbol member, IEnumerable<Term> missing, BoundPolicy policy) =>
        !policy.Data.Of(member).IsNotPersonal && member.OriginalDefinition.GetDocumentationCommentId() is { } id
            ? Mend.With(Mend.Member, id).Add(Mend.Categories, string.Join(" ", missing.Select(term => term.Key)))
            : null;

    // What is declared pseudonymised stays so: an anonymiser answers for what it puts there.
    private static void CheckForm(MemberStore store, BodyFlow flow, BoundPolicy policy, Reporter reporter)
    {
        var held = policy.Data.Of(store.Member);
        if (held.Form == Form.Raw || Makes(flow.Owner, held.Form, policy)
            || store.Path?.Methods.Any(method => Makes(method, held.Form, policy)) == true)
            return;
        var nearer = store.Label.Raw;
        if (held.Form > Form.Pseudonymised)
            nearer = nearer.Union(store.Label.Pseudonymised);
        if (held.Form > Form.Aggregated)
            nearer = nearer.Union(store.Label.Aggregated);
        // A credential that is stored in the clear is PAC5006.
        if (nearer.IsEmpty || CredentialInClearRule.IsToldOf(store, nearer, policy))
            return;

        var (code, categories) = (Wording.Code(store.Value.Syntax), Wording.List(policy.Terms(nearer)));
        var (member, mark) = (Wording.Member(store), $"[Anonymises(DataForm.{held.Form})]");
        reporter.Report(
            Rule, store.Value.Syntax.GetLocation(), flow.Owner,
            policy.Terms(nearer).Select(policy.Evaluator.StatementOn).OfType<Statement>(),
            Origins.Of(store.Value, flow, policy).Concat(store.Path is null ? [] : [store.Site]),
            store.Path is null
                ? Say.This("StoredNearer", code, categories, member, mark)
                : Say.This("StoredNearerThrough", code, categories, Wording.Path(store.Path), member, mark));
    }

    private static bool Makes(ISymbol owner, Form form, BoundPolicy policy) =>
        owner is IMethodSymbol method && policy.Anonymisers.Of(method) >= form;

    private static List<Term> Undeclared(MemberStore store, BoundPolicy policy)
    {
        var type = (store.Member as IPropertySymbol)?.Type ?? (store.Member as IFieldSymbol)?.Type;
        var declared = policy.Terms(policy.Data.Categories(store.Member).Union(policy.Contents.Of(type))).ToList();
        return policy.Terms(store.Label.Personal).Where(term => !declared.Any(term.IsWithin)).ToList();
    }

    private static Message Declared(ISymbol member, BoundPolicy policy)
    {
        var data = policy.Data.Of(member);
        return data.IsNotPersonal ? Say.This("DeclaredNotPersonal")
            : data.Categories.IsEmpty ? Say.This("NoCategory")
            : Say.This("DeclaredOnly", Wording.List(policy.Terms(data.Categories)));
    }
}
