using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Purposes;

/// <summary>
/// PAC3005: a record of a person begins, or data is disclosed that waits for it, where nobody has checked how old the person
/// is.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AgeNotCheckedRule() : PolicyRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = Describe.CreateRule(
        RuleIds.AgeNotChecked, RuleCategories.Purposes, DiagnosticSeverity.Error);

    private const string Age = "age";

    private protected override void Register(RuleScope scope)
    {
        var policy = scope.Policy;
        DisclosureGate.Register(scope, Rule, [Age]);
        if (policy.Model.Age is not { } stated)
            return;
        scope.OnData((flow, reporter) =>
        {
            // Who neither says for what nor begins anything creates for its callers, and so does a private method.
            if (!flow.AnswersItself)
                return;
            foreach (var read in flow.Reads)
                CheckRecord(read, read.Syntax, null, stated, flow, policy, reporter);
            foreach (var called in flow.Uses)
                CheckRecord(called.Use.Read, called.Syntax, called.Use.Path, stated, flow, policy, reporter);
        });
    }

    private static void CheckRecord(
        MemberRead made, SyntaxNode at, CallPath? path, AgeStatement stated, BodyFlow flow, BoundPolicy policy, Reporter reporter)
    {
        if (made.Member is not IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { } type }
            || made.Proved.In(policy.Model.Vocabulary.Terms(TermKind.Gate)).Any(gate => gate.Key == Age))
            return;
        reporter.Report(
            Rule, at.GetLocation(), flow.Owner, [stated],
            path is null ? type.Locations : type.Locations.Prepend(made.Syntax.GetLocation()),
            Say.This("RecordBeforeAge", type.Name,
                path is null ? Message.Verbatim("") : Say.This("ByWayOf", Wording.Path(path)),
                policy.Model.Header.Title, stated.Minimum, Wording.Citation(policy.Model, stated)));
    }
}
