using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Libraries;
using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Analyzers.Rules.Protection;

/// <summary>PAC5005: a cookie carries personal data, and the policy names no such cookie.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CookieUndeclaredRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.CookieUndeclared, RuleCategories.Protection, DiagnosticSeverity.Error);

    /// <summary>Creates the rule.</summary>
    public CookieUndeclaredRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope)
    {
        var policy = scope.Policy;
        scope.OnData((flow, reporter) =>
            {
                foreach (var handed in flow.Handed)
                    if (!handed.Label.IsImpersonal && policy.Sinks.Is(SinkKind.Cookie, handed))
                        Check(handed, flow, policy, reporter);
            });
    }

    private static void Check(Handed handed, BodyFlow flow, BoundPolicy policy, Reporter reporter)
    {
        var names = Names(handed, flow, policy).ToList();
        if (names.Exists(name => IsDeclared(name, policy)))
            return;

        var categories = Wording.List(policy.Terms(handed.Label.Personal));
        var cookie = names.Count > 0 ? Message.Quoted(names[0]) : Say.This("SomeCookie");
        var code = Wording.Code(handed.Value.Syntax);
        // The list of cookies and trackers begins with the first of them; with the first that keeps a clause, if any does.
        var stated = policy.Model.Cookies.Concat(policy.Model.Trackers).ToList();
        var cited = Wording.Citation(
            policy.Model, stated.FirstOrDefault(one => !one.Clauses.IsDefaultOrEmpty) ?? stated.FirstOrDefault());
        reporter.Report(
            Rule, handed.Value.Syntax.GetLocation(), flow.Owner, [],
            Origins.Of(handed.Value, flow, policy).Concat(handed.Path is null ? [] : [handed.Site]),
            handed.Path is null
                ? Say.This("CookieUndeclared", code, categories, cookie, policy.Model.Header.Title, cited)
                : Say.This("CookieUndeclaredThrough", code, categories, cookie, Wording.Path(handed.Path),
                    policy.Model.Header.Title, cited));
    }

    private static bool IsDeclared(string name, BoundPolicy policy)
    {
        var statement = policy.Bindings.Cookie(name) ?? name;
        return policy.Model.Cookies.Concat(policy.Model.Trackers).Any(one => one.Name == statement);
    }

    // The name where it is set; of a method that takes the name as well, the texts that it is called with.
    private static IEnumerable<string> Names(Handed handed, BodyFlow flow, BoundPolicy policy)
    {
        if (CallSite.Of(handed, flow, policy)?.Argument("key")?.ConstantValue is { HasValue: true, Value: string name })
            return [name];
        for (var at = flow.Sources.Original(handed.Value); at is not null && handed.Path is not null; at = at.Parent)
            if (at is IInvocationOperation call)
                return call.Arguments.Select(argument => argument.Value.ConstantValue)
                    .Where(constant => constant.HasValue).Select(constant => constant.Value).OfType<string>();
        return [];
    }
}
