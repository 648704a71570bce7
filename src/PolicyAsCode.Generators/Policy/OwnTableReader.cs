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
        // Which category the proof of a consent is, the purposes that rest on it say.
        var proofs = policy.Purposes.Select(purpose => purpose.Consent?.Proof).OfType<Term>().Distinct().ToList();
        if (proofs.Count == 0 && policy.Vocabulary.Find(TermKind.Category, Marketing) is { } marketing)
            proofs.Add(marketing);
        var requests = policy.Vocabulary.Find(TermKind.Category, Request) is { } request ? new[] { request } : [];
        return Of(OwnTable.Consents, proofs, Withdrawn).Concat(Of(OwnTable.Requests, requests, Closed)).ToEquatable();

        IEnumerable<OwnTableFacts> Of(OwnTable table, IEnumerable<Term> categories, string anchor)
        {
            var subjects = policy.Vocabulary.Terms(TermKind.Subject).OrderBy(subject => subject.Key, StringComparer.Ordinal).ToList();
            // A row does not say which category it is: of several the one that promises the least time counts.
            var kept = subjects.Select(subject => (Subject: subject.Key, Kept: categories
                    .Select(category => (Category: category.Key, Statement: evaluator.StatementOn(category, subject)))
                    .Where(one => one.Statement?.Keep is { NeverStored: false } keep && keep.From?.Key == anchor
                        && (keep.AtMost ?? keep.AtLeast) is not null)
                    .Select(one => (one.Category, Rule: rule(one.Statement!, one.Statement!.Keep!)))
                    .OrderBy(one => Days(one.Rule.Period!.Value)).FirstOrDefault()))
                .Where(one => one.Kept.Rule is not null)
                .GroupBy(one => one.Kept, one => one.Subject);
            return kept.Select(same => new OwnTableFacts(
                table, same.Key.Category, same.Count() == subjects.Count ? EquatableArray<string>.Empty : same.ToEquatable(), same.Key.Rule));
        }
    }

    // Near enough to tell the shorter of two.
    private static double Days(Duration period) => period.Count * period.Unit switch
    {
        DurationUnit.Hours => 1 / 24.0,
        DurationUnit.Days => 1,
        DurationUnit.BusinessDays => 1.4,
        DurationUnit.Weeks => 7,
        DurationUnit.Months => 30.4,
        _ => 365.2,
    };
}
