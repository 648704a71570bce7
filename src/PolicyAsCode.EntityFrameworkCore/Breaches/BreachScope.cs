using System.Collections.Immutable;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What got into wrong hands, as far as is known.</summary>
public sealed record BreachScope
{
    private BreachScope()
    {
    }

    /// <summary>The entities, as the code calls them; empty for all.</summary>
    public ImmutableArray<string> Entities { get; private init; } = [];

    /// <summary>The fields, such as <c>Email</c> or <c>Customer.Email</c>; empty for all.</summary>
    public ImmutableArray<string> Fields { get; init; } = [];

    /// <summary>From when; null where whole tables have leaked.</summary>
    public DateTimeOffset? From { get; private init; }

    /// <summary>Until before when; null where whole tables have leaked.</summary>
    public DateTimeOffset? Until { get; private init; }

    /// <summary>Whose account it was, where it was one; null for anybody's.</summary>
    public AuditActor? Actor { get; init; }

    /// <summary>Whether it is told from the trail who was read, and not from what lies in the tables.</summary>
    internal bool IsByTrail => From is not null;

    /// <summary>Whole tables: a stolen backup, a dump.</summary>
    /// <param name="entities">Their entities, as the code calls them.</param>
    public static BreachScope Leaked(params string[] entities)
    {
        ArgumentNullException.ThrowIfNull(entities);
        ArgumentOutOfRangeException.ThrowIfZero(entities.Length, nameof(entities));
        return new() { Entities = [.. entities] };
    }

    /// <summary>What was read or written in a time, as the trail has it: an account in wrong hands, a hole that was open.</summary>
    /// <param name="from">From when.</param>
    /// <param name="until">Until before when.</param>
    /// <param name="entities">The entities, as the code calls them; none for all.</param>
    public static BreachScope Accessed(DateTimeOffset from, DateTimeOffset until, params string[] entities)
    {
        ArgumentNullException.ThrowIfNull(entities);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(until, from);
        return new() { From = from, Until = until, Entities = [.. entities] };
    }

    internal bool Has(string entity, string field) =>
        (Entities.IsEmpty || Entities.Contains(entity))
        && (Fields.IsEmpty || Fields.Contains(field) || Fields.Contains($"{entity}.{field}"));
}
