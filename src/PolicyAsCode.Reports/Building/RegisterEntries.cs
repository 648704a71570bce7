using PolicyAsCode.Reports.Model;
using PolicyAsCode.Reports.Wording;

namespace PolicyAsCode.Reports.Building;

/// <summary>The register of processing: an entry a purpose, with all that the law wants to read there.</summary>
internal sealed class RegisterEntries(
    PolicyModel policy, ImmutableArray<DataEntry> data, ReportWords words, StatementSentences sentences)
{
    /// <summary>All of them, in the policy's order.</summary>
    public ImmutableArray<RegisterEntry> Build() => [.. policy.Purposes.Select(Entry)];

    private RegisterEntry Entry(PurposeStatement purpose)
    {
        // A purpose that is part of a broader one is registered with its own statement, or else with the broader one's.
        var used = policy.Data.Zip(data, (statement, entry) => (Statement: statement, Entry: entry))
            .Where(one => one.Statement.Purposes.Any(named => StatementOn(named) == purpose)).ToArray();
        var recipients = policy.Recipients
            .Where(one => one.Purposes.Any(named => StatementOn(named) == purpose)
                && used.Any(data => one.Receives.Any(category => DataEntries.Overlap(category, data.Statement.Category))))
            .ToArray();
        return new(words.Name(purpose.Purpose), purpose.Basis is { } basis ? words.Word("Basis", basis) : null)
        {
            Interest = purpose.Interest?.In(words.Language),
            Conditions = sentences.Parts(purpose, policy) is { } parts
                ? [parts, .. sentences.Conditions(purpose)] : [.. sentences.Conditions(purpose)],
            Subjects = words.Names(used.SelectMany(one => one.Statement.Subjects)),
            Categories = words.Names(used.Select(one => one.Statement.Category)),
            Recipients = [.. recipients.Select(one => new RegisteredRecipient(words.Name(one.Recipient), sentences.Where(one)))],
            Retention =
            [
                .. used.Where(one => one.Entry.Kept is not null).GroupBy(one => one.Entry.Kept!.Short)
                    .Select(same => new RegisteredTime(same.Key, [.. same.Select(one => one.Entry.Category).Distinct()])),
            ],
            Protections = [.. used.SelectMany(one => one.Entry.Protections).Distinct().OrderBy(one => one.Key, StringComparer.Ordinal)],
            Origin = Origin.Of(purpose),
        };
    }

    private PurposeStatement? StatementOn(Term purpose) => StatementSentences.StatementOn(purpose, policy);
}
