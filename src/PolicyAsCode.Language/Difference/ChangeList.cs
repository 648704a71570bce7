using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Difference;

/// <summary>
/// The changes found so far, and the few ways in which a value can change. Each way is symmetric: the other way round it
/// gives the opposite direction, and the same words with <c>+</c> and <c>−</c> exchanged.
/// </summary>
internal sealed class ChangeList
{
    private const string None = "–";

    private readonly List<PolicyChange> _changes = [];

    /// <summary>All of them, part by part.</summary>
    public ImmutableArray<PolicyChange> Sorted() =>
        _changes
            .OrderBy(change => change.Part)
            .ThenBy(change => change.Key, StringComparer.Ordinal)
            .ThenBy(change => change.Direction)
            .ThenBy(change => change.Field, StringComparer.Ordinal)
            .ThenBy(change => change.Text.ToString(), StringComparer.Ordinal)
            .ToImmutableArray();

    /// <summary>Whether a change of this thing is known already.</summary>
    public bool Has(PolicyPart part, string key) => _changes.Exists(change => change.Part == part && change.Key == key);

    /// <summary>Records a change.</summary>
    public void Add(
        PolicyPart part, string key, string field, ChangeDirection direction, Message text, Places places) =>
        _changes.Add(new(part, key, field, direction, text, places.Old, places.New));

    /// <summary>What is there now and was not, or was and is not; its growth loosens or tightens.</summary>
    public void Set<T>(
        Thing thing, string field, IEnumerable<T> old, IEnumerable<T> now, ChangeDirection more, Func<T, string>? word = null)
    {
        var (before, after) = (old.ToArray(), now.ToArray());
        Members(thing, field, after.Except(before).ToArray(), '+', more, word);
        Members(thing, field, before.Except(after).ToArray(), '−', Opposite(more), word);
    }

    /// <summary>A value that is looser the higher its rank is.</summary>
    public void Ranked<T>(Thing thing, string field, T old, T now, Func<T, double> rank, Func<T, string>? word = null)
    {
        var by = rank(now).CompareTo(rank(old));
        if (!Equals(old, now))
            Replace(thing, field, Word(old, word), Word(now, word),
                by > 0 ? ChangeDirection.Loosening : by < 0 ? ChangeDirection.Tightening : ChangeDirection.Neutral);
    }

    /// <summary>Something that is promised or not.</summary>
    public void Promise(Thing thing, string field, bool old, bool now) =>
        Ranked(thing, field, old, now, kept => kept ? 0 : 1, kept => kept ? "true" : "false");

    /// <summary>A text whose presence is a promise; another text is another one, neither more nor less.</summary>
    public void Promise<T>(Thing thing, string field, T? old, T? now, Func<T, string>? word = null)
        where T : notnull =>
        Ranked(thing, field, old, now, said => said is null ? 1 : 0, said => said is null ? None : Word(said, word));

    /// <summary>A value that says something else now, neither more nor less.</summary>
    public void Value<T>(Thing thing, string field, T old, T now, Func<T, string>? word = null) =>
        Ranked(thing, field, old, now, _ => 0, word);

    /// <summary>Which clauses a statement names, and whether it is a decision: labels.</summary>
    public void Restated(Thing thing, Statement old, Statement now)
    {
        Value(thing, "clause", string.Join(", ", old.Clauses), string.Join(", ", now.Clauses), Written);
        Value(thing, "origin", old.IsDecision, now.IsDecision, decided => decided ? "decision" : None);
    }

    /// <summary>One value in place of another.</summary>
    public void Replace(Thing thing, string field, string old, string now, ChangeDirection direction) =>
        Add(thing.Part, thing.Key, field, direction,
            Message.Verbatim($"{thing.Name}: {field} {old} → {now}"), thing.Places);

    /// <summary>The direction of the same change the other way round.</summary>
    public static ChangeDirection Opposite(ChangeDirection direction) => direction switch
    {
        ChangeDirection.Loosening => ChangeDirection.Tightening,
        ChangeDirection.Tightening => ChangeDirection.Loosening,
        _ => direction,
    };

    private void Members<T>(
        Thing thing, string field, T[] members, char sign, ChangeDirection direction, Func<T, string>? word)
    {
        if (members.Length > 0)
            Add(thing.Part, thing.Key, field, direction,
                Message.Verbatim($"{thing.Name}: {field} {sign} {string.Join(", ", members.Select(one => Word(one, word)))}"),
                thing.Places);
    }

    private static string Written(string text) => text.Length == 0 ? None : text;

    private static string Word<T>(T value, Func<T, string>? word) =>
        word is not null ? word(value) : value?.ToString() ?? None;
}

/// <summary>What changed: its part, its key, how it is called, and where it stands.</summary>
/// <param name="Part">Its part.</param>
/// <param name="Key">Its key.</param>
/// <param name="Name">How it is called in words.</param>
/// <param name="Places">Where it stands.</param>
internal sealed record Thing(PolicyPart Part, string Key, string Name, Places Places)
{
    /// <summary>A thing that is called as it is written.</summary>
    public Thing(PolicyPart part, string key, Places places) : this(part, key, key, places)
    {
    }
}

/// <summary>Where something stands in both policies.</summary>
/// <param name="Old">In the old one; null where it is not there.</param>
/// <param name="New">In the new one; null where it is not there.</param>
internal readonly record struct Places(FileLocation? Old, FileLocation? New);
