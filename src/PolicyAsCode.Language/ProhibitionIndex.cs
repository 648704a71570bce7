using System.Collections.Immutable;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language;

/// <summary>Prohibitions by category, so that a question about one never looks at all of them.</summary>
internal sealed class ProhibitionIndex
{
    private readonly ILookup<Term, (Prohibition Never, int Place)> _byCategory;
    private readonly (Prohibition Never, int Place)[] _ofAll;

    public ProhibitionIndex(ImmutableArray<Prohibition> all)
    {
        var placed = all.Select((never, place) => (Never: never, Place: place)).ToArray();
        _byCategory = placed.Where(one => one.Never.Category is not null).ToLookup(one => one.Never.Category!);
        _ofAll = placed.Where(one => one.Never.Category is null).ToArray();
    }

    /// <summary>The prohibitions that the category falls under, in the policy's order.</summary>
    public ImmutableArray<Prohibition> Of(Term category) =>
        category.SelfAndBroader()
            .SelectMany(term => _byCategory[term])
            .Concat(_ofAll)
            .OrderBy(one => one.Place)
            .Select(one => one.Never)
            .ToImmutableArray();
}
