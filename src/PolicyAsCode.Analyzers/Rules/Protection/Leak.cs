using Microsoft.CodeAnalysis;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Libraries;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Protection;

/// <summary>
/// What PAC5001 to PAC5004 have in common: personal data that the policy keeps out of logs reaches one, or what ends in
/// one: an exception's message, a URL, telemetry.
/// </summary>
internal static class Leak
{
    /// <summary>Reports what is handed in the clear to sinks of a kind.</summary>
    /// <param name="scope">Where.</param>
    /// <param name="rule">As what.</param>
    /// <param name="kind">Which sinks.</param>
    /// <param name="place">What the message calls them.</param>
    /// <param name="isOther">What is handed to such a sink, and is none all the same.</param>
    internal static void Register(
        RuleScope scope, DiagnosticDescriptor rule, SinkKind kind, Message place, Func<Handed, BodyFlow, bool>? isOther = null)
    {
        var policy = scope.Policy;
        scope.OnData((flow, reporter) =>
            {
                foreach (var handed in flow.Handed)
                    if (!handed.Label.Raw.IsEmpty && policy.Sinks.Is(kind, handed)
                        && isOther?.Invoke(handed, flow) != true)
                        Check(rule, place, handed, flow, policy, reporter);
            });
    }

    private static void Check(
        DiagnosticDescriptor rule, Message place, Handed handed, BodyFlow flow, BoundPolicy policy, Reporter reporter)
    {
        // Pseudonymised data is not in the clear: only what is raw is kept out.
        var refused = policy.Terms(handed.Label.Raw)
            .Select(category => (Category: category, Decision: policy.Evaluator.MayLog(category)))
            .Where(one => !one.Decision.IsAllowed)
            .ToList();
        if (refused.Count == 0)
            return;

        var because = refused.SelectMany(one => one.Decision.Because).Distinct().ToList();
        var (code, categories) = (Wording.Code(handed.Value.Syntax), Wording.List(refused.Select(one => one.Category)));
        var (title, them) = (policy.Model.Header.Title, Wording.Pronoun(refused.Count));
        var cited = Wording.Citation(policy.Model, because.FirstOrDefault());
        reporter.Report(
            rule, handed.Value.Syntax.GetLocation(), flow.Owner, because,
            Origins.Of(handed.Value, flow, policy).Concat(handed.Path is null ? [] : [handed.Site]),
            handed.Path is null
                ? Say.This("Leaked", code, categories, place, title, them, cited)
                : Say.This("LeakedThrough", code, categories, place, Wording.Path(handed.Path), title, them, cited),
            Mend.With(Mend.Form, nameof(Form.Pseudonymised)));
    }
}
