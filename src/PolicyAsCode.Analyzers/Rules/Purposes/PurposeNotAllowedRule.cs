using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Purposes;

/// <summary>PAC3001: code that runs for a purpose reads data that the policy does not allow for that purpose.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PurposeNotAllowedRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.PurposeNotAllowed, RuleCategories.Purposes, DiagnosticSeverity.Error);

    /// <summary>Creates the rule.</summary>
    public PurposeNotAllowedRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope) =>
        scope.OnData((flow, reporter) =>
        {
            if (flow.Purposes is not { IsEmpty: false } purposes)
                return;
            foreach (var read in flow.Reads)
                Check(read, purposes, read.Syntax, null, flow, scope.Policy, reporter);
            // A helper that names no purpose runs for those of whoever calls it, and is judged at the call.
            foreach (var called in flow.Uses.Where(one => one.Use.Purposes.IsEmpty)
                         .GroupBy(one => (one.Syntax, one.Use.Read.Member), (_, same) => same.First()))
                Check(called.Use.Read, purposes, called.Syntax, called.Use.Path, flow, scope.Policy, reporter);
        });

    private static void Check(
        MemberRead read, ImmutableArray<Term> purposes, SyntaxNode at, CallPath? path, BodyFlow flow,
        BoundPolicy policy, Reporter reporter)
    {
        var subject = policy.Data.Subject(read.Member.ContainingType);
        // One finding a read: what serves several purposes needs data that is allowed for all of them.
        foreach (var category in policy.Terms(read.Categories))
            foreach (var purpose in purposes)
            {
                var decision = policy.Evaluator.MayUse(category, purpose, subject);
                var asItIs = decision is { IsAllowed: true, As: Form.Anonymised } && !IsAnonymised(read, path, flow, policy);
                if (asItIs)
                    decision = policy.Evaluator.MayUse(category, purpose, subject, Form.Raw);
                // What the policy does not collect at all is PAC2002, where it is declared.
                if (decision.IsAllowed || decision.Outcome == Outcome.Gap
                    && !read.Member.DeclaringSyntaxReferences.IsEmpty)
                    continue;

                var (member, who) = (Wording.Member(read), policy.Model.Header.Title);
                var instead = asItIs ? Say.This("TakesItAnonymised") : Instead(category, decision, policy);
                var cited = Wording.Citation(policy.Model, decision.Because.FirstOrDefault());
                reporter.Report(
                    Rule, at.GetLocation(), flow.Owner, decision.Because,
                    path is null ? read.Member.Locations : read.Member.Locations.Prepend(read.Syntax.GetLocation()),
                    path is null
                        ? Say.This("PurposeNotAllowed", member, category.Key, purpose.Key, who, instead, cited)
                        : Say.This("PurposeNotAllowedThrough", member, category.Key, purpose.Key, Wording.Path(path), who,
                            instead, cited));
                return;
            }
    }

    // A purpose that takes data anonymised only: read within a declared anonymiser or for one, or carried on into a member that
    // is declared to hold as much. Pseudonymised and summed data are personal still, and rules on who gets them judge those.
    private static bool IsAnonymised(MemberRead read, CallPath? path, BodyFlow flow, BoundPolicy policy) =>
        read.IsCopy || read.IsPresenceTest
        || policy.Data.Of(read.Member).Form == Form.Anonymised
        || flow.Owner is IMethodSymbol owner && Anonymises(owner, policy)
        || path is { IsFar: true }
        || path is not null && path.Methods.Any(method => Anonymises(method, policy))
        || path is null && IsHandedToAnonymiser(read.Syntax, flow, policy);

    private static bool IsHandedToAnonymiser(SyntaxNode read, BodyFlow flow, BoundPolicy policy) =>
        flow.Body.SemanticModel is { } model
        && read.Ancestors().TakeWhile(node => node != flow.Body.Syntax).OfType<InvocationExpressionSyntax>()
            .Any(call => model.GetSymbolInfo(call).Symbol is IMethodSymbol called && Anonymises(called, policy));

    private static bool Anonymises(IMethodSymbol method, BoundPolicy policy) =>
        policy.Anonymisers.Of(method.OriginalDefinition) == Form.Anonymised;

    private static Message Instead(Term category, Decision decision, BoundPolicy policy)
    {
        if (decision.Outcome == Outcome.Gap)
            return Say.This("CollectsNone");
        if (decision.Because.Any(statement => statement is Prohibition))
            return Say.This("ForbidsIt");
        var purposes = decision.Because.OfType<DataStatement>().SelectMany(statement =>
            statement.Purposes).Distinct().ToList();
        return purposes.Count > 0 ? Say.This("AllowsFor", Wording.List(purposes)) : Say.This("AllowsForNone");
    }
}
