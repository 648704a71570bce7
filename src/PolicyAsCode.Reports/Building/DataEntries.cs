using PolicyAsCode.Language.Facts;
using PolicyAsCode.Language.Solution;
using PolicyAsCode.Reports.Model;
using PolicyAsCode.Reports.Wording;

namespace PolicyAsCode.Reports.Building;

/// <summary>The categories that a policy collects, with where they go, how long they stay and which code holds them.</summary>
internal sealed class DataEntries(
    PolicyModel policy, PolicyEvaluator evaluator, SolutionCode? code, ReportWords words, StatementSentences sentences)
{
    /// <summary>All of them, in the policy's order.</summary>
    public ImmutableArray<DataEntry> Build() => [.. policy.Data.Select(Entry)];

    /// <summary>Whether a recipient gets some of the data for some purpose that the data is used for.</summary>
    public static bool Gets(RecipientStatement recipient, DataStatement data) =>
        recipient.Receives.Any(one => Overlap(one, data.Category))
        && recipient.Purposes.Any(one => data.Purposes.Any(purpose => Overlap(one, purpose)));

    /// <summary>Whether one term is within the other.</summary>
    public static bool Overlap(Term one, Term other) => one.IsWithin(other) || other.IsWithin(one);

    private DataEntry Entry(DataStatement data) => new(words.Name(data.Category), words.Name(data.Category.SelfAndBroader().Last()))
    {
        IsSpecial = data.Category.Special,
        IsOptional = data.IsOptional,
        Subjects = words.Names(data.Subjects),
        Sources = words.Names(data.Collected),
        Purposes = words.Names(data.Purposes),
        Recipients = words.Names(policy.Recipients.Where(one => Gets(one, data)).Select(one => one.Recipient)),
        Protections = [.. evaluator.ProtectionsOf(data.Category).Select(one => words.Word("Protection", one))],
        Kept = data.Keep is { } keep ? Kept(keep) : null,
        HeldIn = HeldIn(data),
        Origin = Origin.Of(data),
    };

    private KeptEntry Kept(RetentionStatement keep) => new()
    {
        IsNeverStored = keep.NeverStored,
        AtMost = keep.AtMost,
        AtLeast = keep.AtLeast,
        From = keep.From is { } anchor ? words.Name(anchor) : null,
        Then = keep.Then,
        Because = keep.Because?.In(words.Language),
        Says = sentences.Kept(keep),
        Short = sentences.Short(keep),
        Origin = Origin.Of(keep),
    };

    // Held under the statement that is nearest to what the member holds: a narrower statement has its own members.
    private ImmutableArray<HeldIn> HeldIn(DataStatement data) => code is null
        ? []
        : [.. code.Held.Where(held => IsUnder(held, data))
            .Select(held => new HeldIn(SolutionCode.Shown(held.Member), held.IsStored))
            .Distinct().OrderBy(held => held.Member, StringComparer.Ordinal)];

    private bool IsUnder(HeldMember held, DataStatement data)
    {
        var subjects = held.Subjects.Select(key => policy.Vocabulary.Meant(TermKind.Subject, key)).OfType<Term>().ToArray();
        return (subjects.Length == 0 || subjects.Any(data.IsAbout))
            && held.Categories.Select(key => policy.Vocabulary.Meant(TermKind.Category, key)).OfType<Term>()
                .Any(category => evaluator.StatementsOn(category).FirstOrDefault()?.Category == data.Category);
    }
}
