using System.Collections.Immutable;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Binding;

/// <summary>
/// Joins a policy to its bases. A statement with a key replaces those before it with the same key; lists are joined;
/// what the head says is inherited where it is not said. Each statement stays where it was written.
/// </summary>
internal static class PolicyJoin
{
    /// <summary>The statements on data that hold: of a category and subject, the last that speaks of both.</summary>
    public static ImmutableArray<BoundData> Data(IReadOnlyList<PolicyPart> parts)
    {
        var joined = parts[0].Data;
        foreach (var part in parts.Skip(1))
        {
            var own = part.Data.ToLookup(one => one.Statement.Category);
            joined = [.. joined.Select(one => Without(one, own[one.Statement.Category])).OfType<BoundData>(), .. part.Data];
        }
        return joined;
    }

    /// <summary>The statements on recipients that hold.</summary>
    public static ImmutableArray<BoundRecipient> Recipients(IReadOnlyList<PolicyPart> parts) =>
        parts.Count == 1 ? parts[0].Recipients
        : ByKey(parts.Select(part => part.Recipients), one => one.Statement.Recipient);

    /// <summary>The policy with what its bases say.</summary>
    /// <param name="parts">The farthest base first, the policy itself last.</param>
    /// <param name="data">What holds of data.</param>
    /// <param name="recipients">What holds of recipients.</param>
    public static PolicyModel Model(
        IReadOnlyList<PolicyPart> parts, ImmutableArray<BoundData> data, ImmutableArray<BoundRecipient> recipients)
    {
        var own = parts[parts.Count - 1].Model;
        if (parts.Count == 1)
            return own;

        var all = parts.Select(part => part.Model).ToArray();
        var nearest = Enumerable.Reverse(all).ToArray();
        var controller = parts.LastOrDefault(part => part.Root.Has(HeadBinder.Controller))?.Model.Controller ?? own.Controller;
        return own with
        {
            Header = own.Header with { Title = controller.Name },
            Bases = all.Take(all.Length - 1).Select(one => one.Header).ToImmutableArray(),
            Controller = controller,
            Follows = all.SelectMany(one => one.Follows).Distinct(StringComparer.Ordinal).ToImmutableArray(),
            FollowsAt = [.. all.SelectMany(one => one.FollowsAt).GroupBy(law => law.Name, StringComparer.Ordinal)
                .Select(same => same.Last())],
            Notice = First(nearest, one => one.Notice),
            Sources = ByKey(all.Select(one => one.Sources), one => one.Source),
            Subjects = ByKey(all.Select(one => one.Subjects), one => one.Subject),
            Data = data.Select(one => one.Statement).ToImmutableArray(),
            NonPersonal = ByKey(all.Select(one => one.NonPersonal), one => one.Name),
            Purposes = ByKey(all.Select(one => one.Purposes), one => one.Purpose),
            Recipients = recipients.Select(one => one.Statement).ToImmutableArray(),
            Never = Joined(all, one => one.Never),
            Protection = Joined(all, one => one.Protection),
            Holds = Joined(all, one => one.Holds),
            Rights = ByKey(all.Select(one => one.Rights), one => one.Right),
            Cookies = ByKey(all.Select(one => one.Cookies), one => one.Name),
            Trackers = ByKey(all.Select(one => one.Trackers), one => one.Name),
            Age = First(nearest, one => one.Age),
            Acceptance = First(nearest, one => one.Acceptance),
            Changes = First(nearest, one => one.Changes),
            Contact = First(nearest, one => one.Contact),
            Measures = Joined(all, one => one.Measures),
            Enforce = nearest.FirstOrDefault(one => !one.Enforce.Plans.IsEmpty)?.Enforce ?? own.Enforce,
            Waivers = Joined(all, one => one.Waivers),
        };
    }

    // What remains of a base's statement beside those of the policy on the same category; null for nothing.
    private static BoundData? Without(BoundData one, IEnumerable<BoundData> others)
    {
        var statement = one.Statement;
        var same = others.Select(other => other.Statement).ToArray();
        if (same.Length == 0)
            return one;
        var left = statement.Subjects.RemoveAll(subject => same.Any(other => other.IsAbout(subject)));
        return left.IsEmpty ? null : one with { Statement = statement with { Subjects = left } };
    }

    // In the order in which each key was stated first.
    private static ImmutableArray<T> ByKey<T, TKey>(IEnumerable<ImmutableArray<T>> all, Func<T, TKey> key)
        where TKey : notnull
    {
        var places = new Dictionary<TKey, int>();
        var joined = ImmutableArray.CreateBuilder<T>();
        foreach (var statement in all.SelectMany(one => one))
            if (places.TryGetValue(key(statement), out var place))
                joined[place] = statement;
            else
            {
                places.Add(key(statement), joined.Count);
                joined.Add(statement);
            }
        return joined.ToImmutable();
    }

    private static ImmutableArray<T> Joined<T>(IEnumerable<PolicyModel> all, Func<PolicyModel, ImmutableArray<T>> list) =>
        all.SelectMany(one => list(one)).ToImmutableArray();

    private static T? First<T>(IEnumerable<PolicyModel> nearest, Func<PolicyModel, T?> part) where T : class =>
        nearest.Select(part).FirstOrDefault(one => one is not null);
}
