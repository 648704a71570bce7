using System.Collections.Immutable;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Difference;

/// <summary>
/// The subjects about whom the answers of two policies can differ: those that statements name, somebody whom none
/// names, and nobody in particular (null).
/// </summary>
internal static class Subjects
{
    /// <summary>Nobody in particular first, then those that are named, then somebody who is not.</summary>
    public static ImmutableArray<TermPair?> Of(TermPairs terms, PolicyModel old, PolicyModel now)
    {
        var named = old.Data.Concat(now.Data).SelectMany(statement => statement.Subjects).Select(terms.Of)
            .Distinct().ToArray();
        var others = terms.Of(TermKind.Subject)
            .Where(pair => !named.Any(one => pair.IsWithin(one) || one.IsWithin(pair)))
            .Take(1);
        return [null, .. named, .. others];
    }

    /// <summary>
    /// Whom to name beside a category: nobody where it is true of all about whom one of the two policies speaks.
    /// </summary>
    public static string Name(
        TermPair category, IReadOnlyCollection<TermPair?> changed, IEnumerable<TermPair?> all, Side old, Side now)
    {
        var spokenOf = all
            .Where(subject => subject is not null && (Speaks(old, category, subject) || Speaks(now, category, subject)))
            .ToArray();
        if (spokenOf.All(changed.Contains))
            return category.Key;
        var named = spokenOf.Where(changed.Contains).Select(subject => subject!.Key).ToArray();
        return named.Length == 0 ? category.Key : $"{category.Key} ({string.Join(", ", named)})";
    }

    private static bool Speaks(Side side, TermPair category, TermPair? subject) => side.Known(category, subject) is not null;
}
