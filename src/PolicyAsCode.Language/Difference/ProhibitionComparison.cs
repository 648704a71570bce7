using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Difference;

/// <summary>
/// Compares what must never happen. One that another one of the other policy includes changes nothing.
/// </summary>
internal sealed class ProhibitionComparison(TermPairs terms, ChangeList changes)
{
    private readonly HashSet<Prohibition> _onOneSide = [];

    /// <summary>Whether any prohibition stands in one of the two only.</summary>
    public bool HasChanges => _onOneSide.Count > 0;

    /// <summary>Whether a prohibition that only one of the two has is what refuses.</summary>
    public bool Explains(Decision refusal) => refusal.Because.Any(one => one is Prohibition never && _onOneSide.Contains(never));

    /// <summary>Compares them.</summary>
    public void Run(PolicyModel old, PolicyModel now)
    {
        Compare(old, now, isOld: true, '−', ChangeDirection.Loosening);
        Compare(now, old, isOld: false, '+', ChangeDirection.Tightening);
    }

    private void Compare(PolicyModel mine, PolicyModel other, bool isOld, char sign, ChangeDirection direction)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var never in mine.Never)
        {
            if (other.Never.Any(one => Includes(one, never) && Includes(never, one)))
                continue;
            _onOneSide.Add(never);
            var words = Words(never);
            if (!told.Add(words))
                continue;
            var isIncluded = other.Never.Any(one => Includes(one, never));
            changes.Add(PolicyPart.Prohibition, words, "never", isIncluded ? ChangeDirection.Neutral : direction,
                Messages.Message.Verbatim($"never {sign} {words}"),
                isOld ? new(never.Location, null) : new(null, never.Location));
        }
    }

    private bool Includes(Prohibition broad, Prohibition narrow) =>
        broad.Action == narrow.Action
        && Includes(broad.Category, narrow.Category)
        && Includes(broad.Purpose, narrow.Purpose)
        && Includes(broad.Recipient, narrow.Recipient);

    private bool Includes(Term? broad, Term? narrow) =>
        broad is null || (narrow is not null && terms.Of(narrow).IsWithin(terms.Of(broad)));

    private static string Words(Prohibition never) =>
        never.Action
        + (never.Category is { } category ? $" {category.Key}" : "")
        + (never.Recipient is { } recipient ? $" to {recipient.Key}" : "")
        + (never.Purpose is { } purpose ? $" for {purpose.Key}" : "");
}
