using PolicyAsCode.Language;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Generators.Policy;

/// <summary>
/// Finds what a policy says of the run time's own tables: the proof of consents from the day on which they were withdrawn, and
/// requests from the day on which they were closed. What counts from something else is about other records.
/// </summary>
internal static class OwnTableReader
{
    private const string Marketing = "preference.marketing";
    private const string Request = "communication.support-request";
    private const string Withdrawn = "consent-withdrawn";
    private const string Closed = "request-closed";

    public static EquatableArray<OwnTableFacts> Read(
        PolicyModel policy, PolicyEvaluator evaluator, Func<DataStatement, RetentionStatement, RetentionRule> rule)
    {
        var requests = policy.Vocabulary.Find(TermKind.Category, Request) is { } request
            ? Of(OwnTable.Requests, request, [], Closed)
            : [];
        return Proofs(policy, evaluator)
            .SelectMany(proof => Of(OwnTable.Consents, proof.Category, proof.Purposes, Withdrawn))
            .Concat(requests).ToEquatable();

        IEnumerable<OwnTableFacts> Of(OwnTable table, Term category, IReadOnlyList<string> purposes, string anchor)
        {
            var subjects = policy.Vocabulary.Terms(TermKind.Subject).OrderBy(subject => subject.Key, StringComparer.Ordinal).ToList();
            return subjects.Select(subject => (Subject: subject.Key, Rule: RuleOn(category, subject, anchor)))
                .Where(one => one.Rule is not null)
                .GroupBy(one => one.Rule!, one => one.Subject)
                .Select(same => new OwnTableFacts(
                    table, category.Key, same.Count() == subjects.Count ? EquatableArray<string>.Empty : same.ToEquatable(), same.Key)
                {
                    Purposes = purposes.ToEquatable(),
                });
        }

        RetentionRule? RuleOn(Term category, Term subject, string anchor)
        {
            if (evaluator.StatementOn(category, subject) is not { } nearest || Counted(nearest, anchor) is not { } keep)
                return null;
            var chosen = rule(nearest, keep);
            // What must be kept longer is: a maximum cuts no minimum short, whichever statement on the category says it.
            var longest = evaluator.StatementsOn(category)
                .Where(statement => statement.Category == nearest.Category && statement.IsAbout(subject))
                .Select(statement => (Statement: statement, Keep: Counted(statement, anchor)))
                .Where(one => one.Keep?.AtLeast is not null)
                .OrderByDescending(one => Days(one.Keep!.AtLeast!.Value)).FirstOrDefault();
            return longest.Keep is { AtLeast: { } least } && Days(least) > Days(chosen.Period!.Value)
                ? rule(longest.Statement, longest.Keep) with { AtMost = null }
                : chosen;
        }
    }

    /// <summary>
    /// Which category proves consents for which purposes, as the purposes that rest on them say. What says nothing is proved
    /// by what somebody wants to be told; no purposes at all stand for every one, where none says anything.
    /// </summary>
    private static IEnumerable<(Term Category, IReadOnlyList<string> Purposes)> Proofs(PolicyModel policy, PolicyEvaluator evaluator)
    {
        var marketing = policy.Vocabulary.Find(TermKind.Category, Marketing);
        if (policy.Purposes.All(purpose => purpose.Consent?.Proof is null))
            return marketing is null ? [] : [(marketing, [])];
        // A narrower purpose rests on what its broader one says.
        return policy.Vocabulary.Terms(TermKind.Purpose)
            .Select(purpose => (purpose.Key, Statement: evaluator.StatementOnPurpose(purpose)))
            .Where(one => one.Statement is not null)
            .Select(one => (one.Key, Proof: one.Statement!.Consent?.Proof ?? marketing))
            .Where(one => one.Proof is not null)
            .GroupBy(one => one.Proof!, one => one.Key)
            .OrderBy(same => same.Key.Key, StringComparer.Ordinal)
            .Select(same => (same.Key, (IReadOnlyList<string>)[.. same.OrderBy(key => key, StringComparer.Ordinal)]));
    }

    private static RetentionStatement? Counted(DataStatement statement, string anchor) =>
        statement.Keep is { NeverStored: false } keep && keep.From?.Key == anchor && (keep.AtMost ?? keep.AtLeast) is not null
            ? keep
            : null;

    // Near enough to tell the longer of two.
    private static double Days(Duration period) => period.Count * period.Unit switch
    {
        DurationUnit.Hours => 1 / 24.0,
        DurationUnit.Days => 1,
        DurationUnit.BusinessDays => 1.4,
        DurationUnit.Weeks => 7,
        DurationUnit.Months => 365.2425 / 12,
        _ => 365.2425,
    };
}
