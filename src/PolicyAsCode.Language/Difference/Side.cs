using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Difference;

/// <summary>One of the two policies that are compared.</summary>
internal sealed class Side(PolicyModel policy, bool isOld)
{
    private static readonly Decision s_nothing = new(Outcome.Gap, []);

    /// <summary>The policy.</summary>
    public PolicyModel Policy { get; } = policy;

    /// <summary>Its answers.</summary>
    public PolicyEvaluator Evaluator { get; } = new(policy);

    /// <summary>The term as this policy knows it; null where it does not.</summary>
    public Term? Of(TermPair pair) => isOld ? pair.Old : pair.New;

    /// <summary>Whether data of the subject (of anybody for null) may be used for the purpose, whatever its form.</summary>
    public Decision Use(TermPair category, TermPair purpose, TermPair? subject) =>
        Of(category) is { } one && Of(purpose) is { } other && TryOf(subject, out var whose)
            ? Evaluator.MayUse(one, other, whose)
            : s_nothing;

    /// <summary>Whether data of the subject is collected there.</summary>
    public Decision Collect(TermPair category, TermPair source, TermPair? subject) =>
        Of(category) is { } one && Of(source) is { } other && TryOf(subject, out var whose)
            ? Evaluator.MayCollect(one, other, whose)
            : s_nothing;

    /// <summary>What the policy says of the subject's data; null where it says nothing.</summary>
    public DataStatement? Known(TermPair category, TermPair? subject) =>
        Of(category) is { } one && TryOf(subject, out var whose)
            ? Evaluator.StatementOn(one, whose)
            : null;

    private bool TryOf(TermPair? subject, out Term? whose)
    {
        whose = subject is null ? null : Of(subject);
        return subject is null || whose is not null;
    }
}
