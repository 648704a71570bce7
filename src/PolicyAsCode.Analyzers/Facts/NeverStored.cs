using PolicyAsCode.Language;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>What a policy uses and never stores.</summary>
internal sealed class NeverStored
{
    internal NeverStored(PolicyEvaluator evaluator)
    {
        var policy = evaluator.Policy;
        if (!policy.Data.Any(data => data.Keep is { NeverStored: true }) && !policy.Never.Any(never => never.Action == "store"))
            return;
        IsStated = true;
        Behind = TermSet.Of(policy.Vocabulary.Terms(TermKind.Category)
            .Where(category => !evaluator.StatementsOn(category).IsEmpty
                && (evaluator.StatementsOn(category).Any(data => data.Keep is { NeverStored: true })
                    || evaluator.MayStore(category).Because.Any(statement => statement is Prohibition)))
            .SelectMany(category => category.SelfAndBroader().Skip(1)));
    }

    /// <summary>Whether the policy says so of anything.</summary>
    internal bool IsStated { get; }

    /// <summary>The broader terms of such data: what is declared to hold one of them may hold it as well.</summary>
    internal TermSet Behind { get; }
}
