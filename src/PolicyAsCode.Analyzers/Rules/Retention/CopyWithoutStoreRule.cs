using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Libraries;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Retention;

/// <summary>
/// PAC4007: what the policy keeps for a time is copied into a file or a cache, and the program has no store that an erasure
/// could tell of it. What ends by itself is left alone: an entry that expires, a file that the same code deletes.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CopyWithoutStoreRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.CopyWithoutStore, RuleCategories.Retention, DiagnosticSeverity.Error);

    // They end with the session, or with the process.
    private static readonly ImmutableHashSet<string> s_passing = ["CacheExtensions", "ISession", "SessionExtensions"];

    private const string Expiry = "DistributedCacheEntryOptions";

    /// <summary>Creates the rule.</summary>
    public CopyWithoutStoreRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope)
    {
        var policy = scope.Policy;
        if (!GeneratedOperations.AreIn(policy))
            return;
        scope.OnData((flow, reporter) =>
        {
            foreach (var handed in flow.Handed)
                if (handed.Far is null && !handed.Label.IsImpersonal && policy.Sinks.Is(SinkKind.Storage, handed) && Stays(handed, flow, policy))
                    Check(handed, flow, policy, reporter);
        });
    }

    private static void Check(Handed handed, BodyFlow flow, BoundPolicy policy, Reporter reporter)
    {
        // Whoever asks for no operations here leaves them, and the stores, to another program.
        if (policy.DataStores.Any || !policy.Entities.Contexts.Any(GeneratedOperations.AreAskedFor))
            return;
        var kept = policy.Terms(handed.Label.Personal)
            .Select(category => (Category: category, Statement: policy.Evaluator.StatementOn(category)))
            .Where(one => one.Statement?.Keep is { NeverStored: false })
            .ToList();
        if (kept.Count == 0)
            return;

        var (code, categories) = (Wording.Code(handed.Value.Syntax), Wording.List(kept.Select(one => one.Category)));
        var (where, title) = (Wording.Member(handed.Method), policy.Model.Header.Title);
        var because = kept.Select(one => (Statement)one.Statement!.Keep!).Distinct().ToList();
        var cited = Wording.Citation(policy.Model, because[0], kept[0].Statement);
        reporter.Report(
            Rule, handed.Value.Syntax.GetLocation(), flow.Owner, because,
            Origins.Of(handed.Value, flow, policy).Concat(handed.Path is null ? [] : [handed.Site]),
            handed.Path is null
                ? Say.This("CopiedWithoutStore", code, categories, where, title, cited)
                : Say.This("CopiedWithoutStoreThrough", code, categories, where, Wording.Path(handed.Path), title, cited));
    }

    private static bool Stays(Handed handed, BodyFlow flow, BoundPolicy policy) =>
        !s_passing.Contains(handed.Method.ContainingType.Name)
        && !handed.Method.Parameters.Any(parameter => parameter.Type.Name == Expiry)
        && !Deletes(flow)
        // Or what it calls, which writes the file.
        && handed.Path?.Methods.Any(method => policy.Flows.Finished(method.OriginalDefinition)?.Flows.Any(Deletes) == true) != true;

    private static bool Deletes(BodyFlow flow) => flow.Body.Descendants().OfType<IInvocationOperation>().Any(call =>
        call.TargetMethod is { Name: "Delete", ContainingType.Name: "File" or "FileInfo" or "Directory" or "DirectoryInfo" });
}
