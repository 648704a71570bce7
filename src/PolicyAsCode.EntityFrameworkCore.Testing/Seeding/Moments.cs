using Microsoft.EntityFrameworkCore.Metadata;
using PolicyAsCode.EntityFrameworkCore.Testing.Judging;

namespace PolicyAsCode.EntityFrameworkCore.Testing.Seeding;

/// <summary>When the events of a row happened.</summary>
internal sealed class Moments
{
    private static readonly DateTimeOffset s_longAgo = new(1951, 7, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly bool _isAncient;
    private readonly IProperty? _special;
    private readonly object? _value;

    private Moments(bool isAncient, IProperty? special = null, object? value = null) =>
        (_isAncient, _special, _value) = (isAncient, special, value);

    /// <summary>Just now.</summary>
    public static Moments Recent { get; } = new(isAncient: false);

    /// <summary>So long ago that every time is over.</summary>
    public static Moments Ancient { get; } = new(isAncient: true);

    /// <summary>
    /// Everything that makes a difference: new, old, and each event at each edge of each time, among others that are new
    /// and among others that are old; and not yet happened, where that can be.
    /// </summary>
    public static IEnumerable<Moments> All(ModelFacts facts, IEntityType type, DateTimeOffset now)
    {
        yield return Recent;
        yield return Ancient;
        var anchors = facts.Anchors.Keys
            .Where(anchor => Root(anchor.DeclaringType) is { } root && root.IsAssignableFrom(type)).ToList();
        foreach (var property in anchors)
        {
            var isDay = (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(DateOnly);
            var edges = facts.Anchors[property]
                .SelectMany(time => facts.Expiry.Around(now, time.Period, time.IsMinimum, isDay)).Distinct().ToList<object?>();
            if (anchors.Count > 1)
            {
                edges.Add(Day(s_longAgo, isDay));
                edges.Add(Day(now.AddHours(-1), isDay));
            }

            if (property.IsNullable)
                edges.Add(null);
            foreach (var edge in edges)
            {
                if (anchors.Count > 1)
                    yield return new(isAncient: false, property, edge);
                yield return new(isAncient: true, property, edge);
            }
        }
    }

    /// <summary>The entity that has a property, or owns the object that does.</summary>
    private static IEntityType? Root(ITypeBase type) =>
        type is not IEntityType entity ? null : entity.FindOwnership() is { } ownership ? Root(ownership.PrincipalEntityType) : entity;

    public object? Of(
        Expiry expiry, IProperty property, HashSet<(RetentionPeriod Period, bool IsMinimum)> times, DateTimeOffset now)
    {
        if (property == _special)
            return _value is null ? null : ValueMaker.Date(property, _value is DateTimeOffset at ? at.ToUniversalTime() : _value);
        var isDay = (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(DateOnly);
        return ValueMaker.Date(property, Day((_isAncient ? s_longAgo : now.AddHours(-1)).ToUniversalTime(), isDay));
    }

    private static object Day(DateTimeOffset moment, bool isDay) =>
        isDay ? DateOnly.FromDateTime(moment.UtcDateTime) : moment;
}
