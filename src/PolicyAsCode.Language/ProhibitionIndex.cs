using System.Collections.Immutable;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language;

/// <summary>Prohibitions by category, so that a question about one never looks at all of them.</summary>
internal sealed class ProhibitionIndex
{
    private readonly ILookup<Term, Placed> _byCategory;
    private readonly Placed[] _ofAll;

    public ProhibitionIndex(ImmutableArray<Prohibition> all)
    {
        var placed = all.Select((never, place) => new Placed(never, place)).ToArray();
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

    private sealed record Placed(Prohibition Never, int Place);
}
