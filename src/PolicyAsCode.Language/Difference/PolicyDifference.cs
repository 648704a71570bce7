using System.Collections.Immutable;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Difference;

/// <summary>
/// What differs between two policies, in what they mean: a purpose that moves from a category to its broader term is
/// told as what is allowed now and was not. Of a policy with itself it is empty; the other way round, each loosening is
/// a tightening. Where it holds no loosening, nothing is allowed that was not.
/// </summary>
public sealed class PolicyDifference
{
    private PolicyDifference(PolicyModel old, PolicyModel now, ImmutableArray<PolicyChange> changes) =>
        (Old, New, Changes) = (old, now, changes);

    /// <summary>The old policy.</summary>
    public PolicyModel Old { get; }

    /// <summary>The new policy.</summary>
    public PolicyModel New { get; }

    /// <summary>The changes, part by part.</summary>
    public ImmutableArray<PolicyChange> Changes { get; }

    /// <summary>Whether nothing differs.</summary>
    public bool IsEmpty => Changes.IsEmpty;

    /// <summary>What people should be told of (<see cref="Materiality"/>).</summary>
    public IEnumerable<PolicyChange> Material => Changes.Where(change => change.IsMaterial);

    /// <summary>Whether people should be told, and the new policy has no higher number.</summary>
    public bool NeedsNewVersion => New.Header.Version <= Old.Header.Version && Material.Any();

    /// <summary>Compares two policies.</summary>
    public static PolicyDifference Between(PolicyModel old, PolicyModel now)
    {
        var changes = new ChangeList();
        var terms = new TermPairs(old.Vocabulary, now.Vocabulary);
        var (before, after) = (new Side(old, isOld: true), new Side(now, isOld: false));
        var never = new ProhibitionComparison(terms, changes);
        never.Run(old, now);
        new DataComparison(terms, new(terms, before, after), never, changes).Run();
        new PurposeComparison(terms, before, after, changes).Run();
        new RecipientComparison(terms, before, after, never, changes).Run();
        new StatementComparison(old, now, changes).Run();
        return new(old, now, changes.Sorted());
    }
}
