using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Difference;

/// <summary>
/// Compares what holds between categories and other terms (purposes, sources) in the closed world: each pair of terms is
/// asked of both policies, for each subject. Told is the broadest pair that changed; the narrower ones follow from it.
/// </summary>
/// <param name="field">The key of the language that says it.</param>
/// <param name="others">The other terms, broader ones first.</param>
/// <param name="ask">What a policy answers.</param>
/// <param name="all">Whether a statement means all of the other terms, since it names none.</param>
internal sealed class CategoryRelation(
    string field,
    ImmutableArray<TermPair> others,
    Func<Side, TermPair, TermPair, TermPair?, Decision> ask,
    Func<DataStatement, bool> all)
{
    private readonly Dictionary<(TermPair Category, TermPair Other, int Subject), ChangeDirection> _changed = [];

    /// <summary>Compares one category; its broader ones must have been compared before.</summary>
    public void Run(TermPair category, KnownData known, ProhibitionComparison never, ChangeList changes)
    {
        var told = new List<(TermPair Other, int Subject, ChangeDirection Direction, Places Places, bool All)>();
        for (var subject = 0; subject < known.Subjects.Length; subject++)
            foreach (var other in others)
                if (Change(category, other, known, subject, out var direction, out var old, out var now))
                {
                    _changed.Add((category, other, subject), direction);
                    // A broader category that is new as a whole says nothing of a narrower one that was there already.
                    var follows = category.Broader is { } broader
                        && known.Change(broader, subject) == known.Change(category, subject)
                        && IsSame(broader, other, subject, direction);
                    var isTold = !follows
                        && !IsSame(category, other.Broader, subject, direction)
                        && known.Change(category, subject) != direction
                        && !never.Explains(direction == ChangeDirection.Loosening ? old : now);
                    if (isTold)
                        told.Add((other, subject, direction, new(Place(old), Place(now)),
                            IsAll(direction == ChangeDirection.Loosening ? now : old)));
                }

        var byOther = told
            .GroupBy(one => (one.Other, one.Direction))
            .Select(group => (group.Key.Other, group.Key.Direction, Subjects: group.Select(one => one.Subject).ToArray(), First: group.First()))
            .GroupBy(group => (group.Direction, Name: known.Name(category, group.Subjects)));
        foreach (var group in byOther)
        {
            var sign = group.Key.Direction == ChangeDirection.Loosening ? '+' : '−';
            var words = group.First().First.All ? "*" : string.Join(", ", group.Select(one => one.Other.Key));
            changes.Add(PolicyPart.Data, category.Key, field, group.Key.Direction,
                Message.Verbatim($"{group.Key.Name}: {field} {sign} {words}"), group.First().First.Places);
        }
    }

    private bool Change(
        TermPair category, TermPair other, KnownData known, int subject, out ChangeDirection direction,
        out Decision old, out Decision now)
    {
        var whose = known.Subjects[subject];
        old = ask(known.Old, category, other, whose);
        now = ask(known.New, category, other, whose);
        // What is granted for other people's data grants nothing for theirs.
        var before = old.IsAllowed && known.IsKnown(known.Old, category, subject);
        var after = now.IsAllowed && known.IsKnown(known.New, category, subject);
        direction = after ? ChangeDirection.Loosening : ChangeDirection.Tightening;
        return before != after;
    }

    private bool IsSame(TermPair? category, TermPair? other, int subject, ChangeDirection direction) =>
        category is not null && other is not null
        && _changed.TryGetValue((category, other, subject), out var same) && same == direction;

    private bool IsAll(Decision allowed) => allowed.Because is [DataStatement statement, ..] && all(statement);

    private static Text.FileLocation? Place(Decision decision) =>
        decision.Because.IsEmpty ? null : decision.Because[0].Location;
}
