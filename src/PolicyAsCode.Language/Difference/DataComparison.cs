using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Testing;

namespace PolicyAsCode.Language.Difference;

/// <summary>Compares data: what is collected of whom and where, for what it is used, how long kept, how protected.</summary>
internal sealed class DataComparison(TermPairs terms, KnownData known, ProhibitionComparison never, ChangeList changes)
{
    private readonly CategoryRelation _uses = new("for", terms.Of(TermKind.Purpose),
        (side, category, purpose, subject) => side.Use(category, purpose, subject), _ => false);
    private readonly CategoryRelation _sources = new("collected", terms.Of(TermKind.Source),
        (side, category, source, subject) => side.Collect(category, source, subject),
        statement => statement.Collected.IsEmpty);
    private readonly HashSet<(DataStatement, DataStatement)> _compared = [];
    private readonly Dictionary<TermPair, ProtectionChange> _protections = [];

    /// <summary>Compares all categories, broader ones first.</summary>
    public void Run()
    {
        var mayDiffer = never.HasChanges || !terms.AreSame;
        foreach (var category in terms.Of(TermKind.Category))
        {
            if (!mayDiffer && SaysTheSame(category))
                continue;
            known.Run(category, changes);
            _uses.Run(category, known, never, changes);
            _sources.Run(category, known, never, changes);
        }
        foreach (var category in terms.Of(TermKind.Category))
        {
            CompareStatements(category);
            CompareProtections(category);
        }
    }

    // Asking each question of both costs far more than seeing that both say the same.
    private bool SaysTheSame(TermPair category)
    {
        var (old, now) = (Statements(known.Old, category), Statements(known.New, category));
        return old.Length == now.Length && old.Zip(now, SaysTheSame).All(same => same);
    }

    private bool SaysTheSame(DataStatement old, DataStatement now) =>
        terms.Of(old.Category) == terms.Of(now.Category)
        && Same(old.Subjects, now.Subjects) && Same(old.Purposes, now.Purposes) && Same(old.Collected, now.Collected);

    private bool Same(IReadOnlyCollection<Term> old, IReadOnlyCollection<Term> now) =>
        old.Count == now.Count && old.Zip(now, (one, other) => terms.Of(one) == terms.Of(other)).All(same => same);

    private static DataStatement[] Statements(Side side, TermPair category) =>
        side.Of(category) is { } term ? [.. side.Evaluator.StatementsOn(term)] : [];

    // Two statements that meet for several categories or subjects are compared once, at the broadest.
    private void CompareStatements(TermPair category)
    {
        var meeting = Enumerable.Range(0, known.Subjects.Length)
            .Select(subject => (Subject: subject, Old: known.Old.Known(category, known.Subjects[subject]),
                New: known.New.Known(category, known.Subjects[subject])))
            .Where(one => one.Old is not null && one.New is not null)
            .GroupBy(one => (Old: one.Old!, New: one.New!))
            .Where(group => !_compared.Contains(group.Key))
            .ToArray();
        foreach (var group in meeting)
        {
            _compared.Add(group.Key);
            // Nobody in particular is the nearest statement's subject; that one is told by its own subjects.
            var subjects = group.Select(one => one.Subject).ToArray();
            var (old, now) = group.Key;
            var name = known.Name(category, subjects);
            var places = new Places(old.Location, now.Location);
            var data = new Thing(PolicyPart.Data, category.Key, name, places);
            // What waits for consent becomes what does not.
            changes.Ranked(data, "special-basis", old.SpecialBasis, now.SpecialBasis,
                basis => basis == SpecialBasis.ExplicitConsent ? 0 : 1, Wording.Of);
            changes.Value(data, "optional", old.IsOptional, now.IsOptional, flag => flag ? "true" : "false");
            if (terms.Of(old.Category) == category && terms.Of(now.Category) == category)
                changes.Restated(data, old, now);
            CompareRetention(
                new(PolicyPart.Retention, category.Key, name,
                    new(old.Keep?.Location ?? old.Location, now.Keep?.Location ?? now.Location)),
                old.Keep, now.Keep);
        }
    }

    private void CompareRetention(Thing thing, RetentionStatement? old, RetentionStatement? now)
    {
        if (End(old) is var before && End(now) is var after && Later(before, after) is var later && later != 0)
        {
            changes.Replace(thing, "keep", Words(old), Words(now), Direction(later));
            return;
        }
        if (old is null || now is null || old.NeverStored)
            return;

        changes.Ranked(thing, "at-least", old.AtLeast, now.AtLeast,
            least => least is { } time ? DurationOrder.DaysOf(time) : 0, least => least?.ToString() ?? "–");
        changes.Value(thing, "for", old.AtMost, now.AtMost, most => most?.ToString() ?? "–");
        changes.Value(thing, "from", Pair(old.From), Pair(now.From), anchor => anchor?.Key ?? "–");
        changes.Ranked(thing, "then", old.Then, now.Then, then => (int)then, then => then.ToString().ToLowerInvariant());
        changes.Value(thing, "because", old.Because, now.Because, Wording.InEach);
    }

    private TermPair? Pair(Term? term) => term is null ? null : terms.Of(term);

    private static string Words(RetentionStatement? keep) => keep is null ? "–" : RetentionText.Of(keep);

    // When it is over: at once, after a time, never.
    private static double End(RetentionStatement? keep) => keep switch
    {
        null => double.PositiveInfinity,
        { NeverStored: true } => 0,
        { AtMost: { } most } => DurationOrder.DaysOf(most),
        { AtLeast: { } least } => DurationOrder.DaysOf(least),
        _ => double.PositiveInfinity,
    };

    private static int Later(double before, double after) => after.CompareTo(before);

    private static ChangeDirection Direction(int later) =>
        later > 0 ? ChangeDirection.Loosening : ChangeDirection.Tightening;

    private void CompareProtections(TermPair category)
    {
        if (known.Old.Known(category, null) is not { } old || known.New.Known(category, null) is not { } now)
            return;
        var before = known.Old.Evaluator.ProtectionsOf(category.Old!);
        var after = known.New.Evaluator.ProtectionsOf(category.New!);
        var (standard, its) = (StandardsOf(known.Old, category.Old!), StandardsOf(known.New, category.New!));
        var change = new ProtectionChange(Words(after.Except(before)), Words(before.Except(after)),
            string.Join(", ", its.Except(standard)), string.Join(", ", standard.Except(its)));
        _protections[category] = change;
        if (category.Broader is { } broader && _protections.TryGetValue(broader, out var same) && same == change)
            return;
        var thing = new Thing(PolicyPart.Protection, category.Key, new Places(old.Location, now.Location));
        changes.Set(thing, "protect", before, after, ChangeDirection.Tightening, Word);
        changes.Set(thing, "standard", standard, its, ChangeDirection.Tightening);
    }

    // One that only one of the policies names at all is told of the whole policy.
    private string[] StandardsOf(Side side, Term category) =>
    [
        .. side.Policy.Protection
            .Where(one => one.Standard is not null && one.Covers(category))
            .Select(one => one.Standard!)
            .Distinct()
            .Where(standard => Names(known.Old, standard) && Names(known.New, standard)),
    ];

    private static bool Names(Side side, string standard) =>
        side.Policy.Protection.Any(one => one.Standard == standard);

    private static string Words(IEnumerable<Protection> protections) => string.Join(", ", protections.Select(Word));

    private static string Word(Protection protection) => Wording.Kebab(protection.ToString());

    private sealed record ProtectionChange(string Added, string Removed, string NewStandards, string OldStandards);
}
