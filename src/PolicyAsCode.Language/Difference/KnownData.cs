using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Difference;

/// <summary>Compares of which data of whom the policies speak at all.</summary>
internal sealed class KnownData
{
    private readonly Dictionary<(TermPair Category, int Subject), ChangeDirection> _changed = [];

    public KnownData(TermPairs terms, Side old, Side now)
    {
        Old = old;
        New = now;
        Subjects = Difference.Subjects.Of(terms, old.Policy, now.Policy);
    }

    /// <summary>The old policy.</summary>
    public Side Old { get; }

    /// <summary>The new policy.</summary>
    public Side New { get; }

    /// <summary>About whom the two can differ.</summary>
    public ImmutableArray<TermPair?> Subjects { get; }

    /// <summary>Whether the policy speaks of the subject's data.</summary>
    public bool IsKnown(Side side, TermPair category, int subject) => side.Known(category, Subjects[subject]) is not null;

    /// <summary>Whether the subject's data is new, or gone.</summary>
    public ChangeDirection Change(TermPair category, int subject) =>
        _changed.TryGetValue((category, subject), out var direction) ? direction : ChangeDirection.Neutral;

    /// <summary>How the category is called where something changed for these subjects.</summary>
    public string Name(TermPair category, IEnumerable<int> changed) =>
        Difference.Subjects.Name(category, changed.Select(subject => Subjects[subject]).ToArray(), Subjects, Old, New);

    /// <summary>Compares one category; its broader ones must have been compared before.</summary>
    public void Run(TermPair category, ChangeList changes)
    {
        var told = new List<(int Subject, ChangeDirection Direction)>();
        for (var subject = 0; subject < Subjects.Length; subject++)
        {
            var (before, after) = (IsKnown(Old, category, subject), IsKnown(New, category, subject));
            if (before == after)
                continue;
            var direction = after ? ChangeDirection.Loosening : ChangeDirection.Tightening;
            _changed.Add((category, subject), direction);
            if (category.Broader is not { } broader || Change(broader, subject) != direction)
                told.Add((subject, direction));
        }

        foreach (var group in told.GroupBy(one => one.Direction))
        {
            var subjects = group.Select(one => one.Subject).ToArray();
            var name = Name(category, subjects);
            var places = new Places(Place(Old, category, subjects), Place(New, category, subjects));
            var purposes = (group.Key == ChangeDirection.Loosening ? New : Old)
                .Known(category, Subjects[subjects[subjects.Length - 1]])?.Purposes.Select(purpose => purpose.Key).ToArray() ?? [];
            changes.Add(PolicyPart.Data, category.Key, "data", group.Key,
                group.Key == ChangeDirection.Loosening
                    ? Message.Of("Difference.NewData", name, purposes)
                    : Message.Of("Difference.GoneData", name),
                places);
        }
    }

    private Text.FileLocation? Place(Side side, TermPair category, int[] subjects) =>
        subjects.Select(subject => side.Known(category, Subjects[subject])?.Location).FirstOrDefault(place => place is not null);
}
