using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Purposes;

/// <summary>
/// Personal data that is read for a purpose which needs a proof first, on a path that has not proved it. Base of a rule a
/// family of gates.
/// </summary>
public abstract class GateRule : PolicyRule
{
    private readonly DiagnosticDescriptor _rule;
    private readonly ImmutableHashSet<string> _gates;

    private protected GateRule(DiagnosticDescriptor rule, params string[] gates) : base(rule) =>
        (_rule, _gates) = (rule, [.. gates]);

    /// <summary>What is told of a read.</summary>
    /// <param name="member">The member.</param>
    /// <param name="category">What it holds.</param>
    /// <param name="purpose">For what it is read.</param>
    /// <param name="way">The methods on the way to it; empty for one that is read here.</param>
    /// <param name="gate">What nobody proved.</param>
    /// <param name="controller">Whose policy it is.</param>
    /// <param name="cited">What the policy says, and where.</param>
    private protected abstract Message Tell(
        string member, Term category, Term purpose, Message way, Term gate, string controller, Message cited);

    private protected override void Register(RuleScope scope)
    {
        DisclosureGate.Register(scope, _rule, _gates);
        scope.OnData((flow, reporter) =>
        {
            // What a private method reads, its callers may have proved: it is judged where they call it.
            if (flow.Owner is not IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private })
                foreach (var read in flow.Reads)
                    Check(read, flow.Purposes, read.Syntax, null, flow, scope.Policy, reporter);
            foreach (var called in flow.Uses)
                Check(called, flow, scope.Policy, reporter);
        });
    }

    private void Check(Called called, BodyFlow flow, BoundPolicy policy, Reporter reporter)
    {
        // A private method hands on what is not its own purpose's: the last one that is not private answers for it.
        if (flow.Owner is IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private })
            return;
        var purposes = called.Use.Purposes.IsEmpty ? flow.Purposes : called.Use.Purposes;
        Check(called.Use.Read, purposes, called.Syntax, called.Use.Path, flow, policy, reporter);
    }

    private void Check(
        MemberRead read, ImmutableArray<Term> purposes, SyntaxNode at, CallPath? path, BodyFlow flow, BoundPolicy policy,
        Reporter reporter)
    {
        if (read.IsPresenceTest)
            return;
        var subject = policy.Data.Subject(read.Member.ContainingType);
        var proved = read.Proved.In(policy.Model.Vocabulary.Terms(TermKind.Gate));
        foreach (var category in policy.Terms(read.Categories))
            foreach (var purpose in purposes)
                if (policy.Evaluator.MayUse(category, purpose, subject) is { IsAllowed: true } decision
                    && decision.MissingFor(proved).FirstOrDefault(gate => _gates.Contains(gate.Key)) is { } missing)
                {
                    Report(read, category, purpose, missing, decision, at, path, flow, policy, reporter);
                    return;
                }
    }

    private void Report(
        MemberRead read, Term category, Term purpose, Term missing, Decision decision, SyntaxNode at, CallPath? path,
        BodyFlow flow, BoundPolicy policy, Reporter reporter)
    {
        IReadOnlyList<Statement> because = policy.Evaluator.StatementOnPurpose(purpose) is { } stated
            ? [stated, .. decision.Because]
            : decision.Because;
        reporter.Report(
            _rule, at.GetLocation(), flow.Owner, because,
            path is null ? read.Member.Locations : read.Member.Locations.Prepend(read.Syntax.GetLocation()),
            Tell(Wording.Member(read), category, purpose,
                path is null ? Message.Verbatim("") : Say.This("ByWayOf", Wording.Path(path)),
                missing, policy.Model.Header.Title, Wording.Citation(policy.Model, because.FirstOrDefault())));
    }
}
