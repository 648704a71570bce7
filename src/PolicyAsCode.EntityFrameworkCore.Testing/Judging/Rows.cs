using System.Collections.Immutable;
using PolicyAsCode.EntityFrameworkCore.Testing.Dumps;
using PolicyAsCode.EntityFrameworkCore.Testing.Seeding;

namespace PolicyAsCode.EntityFrameworkCore.Testing.Judging;

/// <summary>The rows of a proof at one moment, and who they are about, read from what lies in the database then.</summary>
internal sealed class Rows
{
    private readonly ModelFacts _facts;
    private readonly Dump _dump;
    private readonly ILookup<SeededRow, (SeededRow Row, Relation Key)> _referring;

    public Rows(ModelFacts facts, IEnumerable<SeededRow> seeded, Dump dump)
    {
        (_facts, _dump) = (facts, dump);
        There = [.. seeded.Where(row => row.IsIn(dump))];
        Known = [.. There];
        _referring = There
            .SelectMany(row => row.Links.Select(link => (Row: row, link.Key, Principal: link.Value)))
            .Where(link => link.Key.Properties.All(property => link.Row.Cell(property, dump) is not null))
            .ToLookup(link => link.Principal, link => (link.Row, link.Key));
    }

    /// <summary>Those that are there.</summary>
    public IReadOnlyList<SeededRow> There { get; }

    public HashSet<SeededRow> Known { get; }

    /// <summary>What refers to a row.</summary>
    public IEnumerable<(SeededRow Row, Relation Key)> Referring(SeededRow row) => _referring[row];

    /// <summary>What a rule counts from; null where it has not happened, or the way there is cut.</summary>
    public object? Anchor(SeededRow row, FieldGroupFacts group)
    {
        if (row.Follow(_dump, group.AnchorPath) is not { } at || group.Anchor is null)
            return null;
        return at.EventIn(_dump, group.Anchor);
    }

    /// <summary>Whether the time of a rule is over.</summary>
    public bool IsOver(SeededRow row, FieldGroupFacts group, DateTimeOffset now) =>
        (group.AtMost ?? group.AtLeast) is { } period
        && _facts.Expiry.IsOver(Anchor(row, group), period, isMinimum: group.AtMost is null, now);

    /// <summary>Whether a legal minimum keeps the row; one that has not begun does.</summary>
    public bool IsKept(SeededRow row, FieldGroupFacts group, DateTimeOffset now) =>
        group is { AtLeast: { } period, Fields.IsEmpty: false }
        && !_facts.Expiry.IsOver(Anchor(row, group), period, isMinimum: true, now);

    /// <summary>Whose a row is that can be of two people, by its sides; nobody's where it is of one, or both are gone.</summary>
    public IReadOnlyList<(SideFacts Side, SeededRow Person)> Sides(SeededRow row) => [..
        from side in _facts.SidesOf(row.Type)
        let person = row.LinkIn(_dump, side.Reference.Properties)
        where person is not null && Known.Contains(person)
        select (side, person)];

    /// <summary>Whether a row is somebody's, or one of its sides is.</summary>
    public bool IsOf(SeededRow row, Person person) => Sides(row) is { Count: > 0 } sides
        ? sides.Any(side => side.Person == person.Record)
        : Of(row, person).Count > 0;

    /// <summary>Whether a row is somebody else's as well, by another side.</summary>
    public bool HasOthers(SeededRow row, Person person) => Sides(row).Any(side => side.Person != person.Record);

    /// <summary>
    /// What of a row is somebody's: of one that two people share, the fields named after the person's side, and, where asked
    /// for, those that are named after nobody.
    /// </summary>
    public List<FieldGroupFacts> Of(SeededRow row, Person person, bool withShared = false)
    {
        var groups = _facts.Groups(row.Type).Where(group => !group.Fields.IsEmpty && group.Subject == person.Subject);
        if (Sides(row) is not { Count: > 0 } sides)
            return [.. groups.Where(group => Owner(row, group) == person.Record)];
        var own = sides.Where(side => side.Person == person.Record).Select(side => side.Side).ToList();
        if (own.Count == 0)
            return [];
        return own.Count == sides.Count
            ? [.. groups]
            : [.. groups.Select(group => group with { Fields = [.. group.Fields.Where(IsOwn)] }).Where(group => !group.Fields.IsEmpty)];

        bool IsOwn(FieldFacts field) => own.Any(side => side.Fields.Contains(field.Name))
            || (withShared && !_facts.SidesOf(row.Type).Any(side => side.Fields.Contains(field.Name)));
    }

    /// <summary>Whose the fields are.</summary>
    public SeededRow? Owner(SeededRow row, FieldGroupFacts group) =>
        group.Subject is null ? null : Ways(group).Select(way => row.Follow(_dump, way)).FirstOrDefault(owner => owner is not null);

    /// <summary>Whether a legal hold lies on the row itself.</summary>
    public static bool IsHeldItself(SeededRow row) => row.Holding.Count > 0;

    /// <summary>Whether a legal hold lies on it, on what it belongs to, or on whom it is about, on either side.</summary>
    public bool IsHeld(SeededRow row) => IsHeldByRows(row) || IsOfHeldPerson(row);

    /// <summary>Whether an order of the run time's own table holds whom a row is about.</summary>
    public bool IsOfHeldPerson(SeededRow row) => row.IsOfHeldPerson
        || Sides(row).Any(side => side.Person.IsOfHeldPerson)
        || _facts.Groups(row.Type).Any(group => Owner(row, group)?.IsOfHeldPerson == true);

    /// <summary>Whether a legal hold lies on it, or on what it belongs to, as rows say themselves.</summary>
    public bool IsHeldByRows(SeededRow row)
    {
        if (IsHeldItself(row))
            return true;
        foreach (var group in _facts.Groups(row.Type))
        {
            foreach (var way in Ways(group))
            {
                var at = row;
                foreach (var hop in way)
                {
                    at = at.LinkIn(_dump, hop.Properties);
                    if (at is null)
                        break;
                    if (IsHeldItself(at))
                        return true;
                }
            }
        }

        return false;
    }

    private static IEnumerable<ImmutableArray<ReferenceFacts>> Ways(FieldGroupFacts group) => group.FurtherPaths.Prepend(group.Path);

    private bool IsOfOthersOnly(SeededRow row, SeededRow record)
    {
        var people = Sides(row).Select(side => side.Person)
            .Concat(_facts.Groups(row.Type).Select(group => Owner(row, group)).OfType<SeededRow>()).ToList();
        return people.Count > 0 && !people.Contains(record);
    }

    /// <summary>Whether references lead from a row to a record, not through the record or the rows of somebody else.</summary>
    public bool Reaches(SeededRow row, SeededRow record)
    {
        var seen = new HashSet<SeededRow> { row };
        var waiting = new Stack<SeededRow>([row]);
        while (waiting.TryPop(out var at))
        {
            if (at == record)
                return true;
            if (at != row && (_facts.Records.ContainsKey(at.Type) || IsOfOthersOnly(at, record)))
                continue;
            foreach (var (key, principal) in at.Links)
                if (at.LinkIn(_dump, key.Name) == principal && seen.Add(principal))
                    waiting.Push(principal);
        }

        return false;
    }
}
