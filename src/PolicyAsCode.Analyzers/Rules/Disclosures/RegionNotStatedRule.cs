using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language;
using PolicyAsCode.Language.Libraries;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Disclosures;

/// <summary>
/// PAC3009: personal data goes to a recipient in a region that the policy does not name for it; or abroad, and the policy
/// names neither a region nor a safeguard.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RegionNotStatedRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.RegionNotStated, RuleCategories.Purposes, DiagnosticSeverity.Error);

    /// <summary>Creates the rule.</summary>
    public RegionNotStatedRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope)
    {
        var policy = scope.Policy;
        if (!policy.Bindings.HasRegions)
            return;
        scope.OnData((flow, reporter) =>
            {
                foreach (var handed in flow.Handed)
                    if (!handed.Label.IsImpersonal && policy.Sinks.Is(SinkKind.Http, handed.Method, handed.Parameter))
                        foreach (var host in CalledHost.In(handed, flow, policy))
                            if (policy.Bindings.Region(host) is { } region
                                && RecipientOf(host, handed, flow, policy) is { } recipient)
                            {
                                Check(handed, recipient, region, flow, policy, reporter);
                                break;
                            }
            });
    }

    // Who answers there; where nobody says, the recipient whose own code makes the call.
    private static Term? RecipientOf(string host, Handed handed, BodyFlow flow, BoundPolicy policy) =>
        policy.Bindings.Host(host)?.Recipient
        ?? handed.Path?.Methods.Select(method => policy.Recipients.Of(method)).LastOrDefault(one => one is not null)
        ?? policy.Recipients.Of(flow.Owner);

    private static void Check(
        Handed handed, Term recipient, string region, BodyFlow flow, BoundPolicy policy, Reporter reporter)
    {
        // A recipient that the policy does not name is PAC3006.
        var statements = policy.Model.Recipients.Where(statement => recipient.IsWithin(statement.Recipient)).ToList();
        if (statements.Count == 0 || statements.Exists(statement => Covers(statement, region, policy)))
            return;

        var (code, categories) = (Wording.Code(handed.Value.Syntax), Wording.List(policy.Terms(handed.Label.Personal)));
        var way = handed.Path is { } path ? Say.This("ByWayOf", Wording.Path(path)) : Message.Verbatim("");
        var stated = statements.SelectMany(statement => statement.Regions).Distinct().ToList();
        var (title, cited) = (policy.Model.Header.Title, Wording.Citation(policy.Model, statements[0]));
        reporter.Report(
            Rule, handed.Value.Syntax.GetLocation(), flow.Owner, statements,
            Origins.Of(handed.Value, flow, policy).Concat(handed.Path is null ? [] : [handed.Site]),
            stated.Count > 0
                ? Say.This("RegionNotStated", code, categories, recipient.Key, region, way, title, Wording.Several(stated), cited)
                : Say.This("RegionWithoutSafeguard", code, categories, recipient.Key, region, way, title, cited));
    }

    // A region that is stated is the law's to judge (PAC1010). Where none is, data stays at home or has a safeguard; one of
    // whom nobody says where it is established has no abroad.
    private static bool Covers(RecipientStatement statement, string region, BoundPolicy policy) =>
        statement.Regions.IsEmpty
            ? statement.Safeguard is not null || policy.Model.Controller.Region is not { } home || IsAtHome(home, region)
            : statement.Regions.Any(stated => Regions.Contains(stated, region));

    // Within the European Economic Area nothing is abroad (GDPR Art. 1(3), 44).
    private static bool IsAtHome(string home, string region) =>
        Regions.Contains(home, region)
        || Regions.Contains(Regions.EconomicArea, home) && Regions.Contains(Regions.EconomicArea, region);
}
