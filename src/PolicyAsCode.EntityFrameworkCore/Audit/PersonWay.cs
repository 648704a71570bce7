using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>The way from a row to whose it is: foreign keys, one after the other, to the person's own row.</summary>
internal sealed class PersonWay
{
    private readonly IReadOnlyList<Hop> _hops;
    private readonly IEntityType _root;
    private readonly IReadOnlyList<IProperty> _key;

    private PersonWay(string kind, IReadOnlyList<Hop> hops, IEntityType root)
    {
        (Kind, _hops, _root) = (kind, hops, root);
        _key = root.FindPrimaryKey()!.Properties;
    }

    public string Kind { get; }

    /// <summary>The properties of the row itself from which the way starts.</summary>
    public IReadOnlyList<IProperty> Start => _hops.Count == 0 ? _key : _hops[0].Columns;

    /// <summary>The person's own entity.</summary>
    public IEntityType Root => _root;

    /// <summary>The references, one after the other.</summary>
    public IEnumerable<(IReadOnlyList<IProperty> Columns, IEntityType Principal, IReadOnlyList<IProperty> PrincipalKey)> Steps =>
        _hops.Select(hop => (hop.Columns, hop.Principal, hop.PrincipalKey));

    /// <summary>The entity that a spot on the way is about.</summary>
    public IEntityType EntityAt(PersonSpot spot) => spot.Hop < _hops.Count ? _hops[spot.Hop].Principal : _root;

    public IReadOnlyList<IProperty> KeyAt(PersonSpot spot) => spot.Hop < _hops.Count ? _hops[spot.Hop].PrincipalKey : _key;

    /// <summary>The properties of the entity at a spot by which the way goes on.</summary>
    public IReadOnlyList<IProperty> OnwardsAt(PersonSpot spot) => spot.Hop + 1 < _hops.Count ? _hops[spot.Hop + 1].Columns : _key;

    /// <summary>Null where the model lacks a property of it: then nobody can tell whose the rows are.</summary>
    public static PersonWay? Of(IEntityType entity, string kind, IEnumerable<ReferenceFacts> path)
    {
        var hops = new List<Hop>();
        var at = entity;
        foreach (var reference in path)
        {
            var columns = reference.Properties.Split(',').Select(at.FindProperty).ToList();
            if (columns.Contains(null) || at.Model.FindEntityType(reference.Principal) is not { } principal)
                return null;
            var key = at.GetForeignKeys().FirstOrDefault(one => one.Properties.SequenceEqual(columns!));
            hops.Add(new(columns!, principal, key?.PrincipalKey.Properties ?? principal.FindPrimaryKey()!.Properties));
            at = principal;
        }

        return at.FindPrimaryKey() is null ? null : new(kind, hops, at);
    }

    /// <summary>Where a row points to; null where it points to nobody.</summary>
    public PersonSpot? From(Func<IProperty, object?> valueOf)
    {
        var values = new object[Start.Count];
        for (var i = 0; i < values.Length; i++)
        {
            if (valueOf(Start[i]) is not { } value)
                return null;
            values[i] = value;
        }

        return new(0, values);
    }

    /// <summary>The person's key as text, where a spot is theirs.</summary>
    public string? Text(DbContext db, PersonSpot spot) =>
        IsThere(spot) ? SubjectKey.Text(db, _root.ClrType, spot.Values) : null;

    public bool IsThere(PersonSpot spot) =>
        spot.Hop >= _hops.Count || (spot.Hop == _hops.Count - 1 && _hops[spot.Hop].PrincipalKey.SequenceEqual(_key));

    /// <summary>The spot after one, from the values by which the way goes on; null where it ends.</summary>
    public static PersonSpot? Next(PersonSpot spot, IEnumerable<object?> values)
    {
        var onwards = values.ToArray();
        return Array.TrueForAll(onwards, value => value is not null) ? new(spot.Hop + 1, onwards!) : null;
    }

    /// <summary>Goes on over rows that the context tracks; what it does not track is left for a query.</summary>
    public PersonSpot? OverTracked(DbContext db, PersonSpot spot, TrackedRows tracked)
    {
        while (!IsThere(spot))
        {
            if (tracked.Find(EntityAt(spot), KeyAt(spot), spot.Values) is not { } row)
                return spot;
            if (Next(spot, OnwardsAt(spot).Select(property => row.Property(property.Name).CurrentValue)) is not { } next)
                return null;
            spot = next;
        }

        return spot;
    }

    private sealed record Hop(IReadOnlyList<IProperty> Columns, IEntityType Principal, IReadOnlyList<IProperty> PrincipalKey);
}

/// <summary>A spot on the way to a person: the key of a row on it.</summary>
internal readonly struct PersonSpot(int hop, object[] values) : IEquatable<PersonSpot>
{
    /// <summary>How many references lie behind it.</summary>
    public int Hop { get; } = hop;

    public object[] Values { get; } = values;

    public bool Equals(PersonSpot other) => Hop == other.Hop && Values.AsSpan().SequenceEqual(other.Values);

    public override bool Equals(object? obj) => obj is PersonSpot other && Equals(other);

    public override int GetHashCode() => Values.Aggregate(Hop, HashCode.Combine);
}
