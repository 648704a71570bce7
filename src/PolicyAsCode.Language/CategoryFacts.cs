using System.Collections.Immutable;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language;

/// <summary>What a policy says of one category, brought together once.</summary>
internal sealed class CategoryFacts
{
    private readonly ImmutableArray<Prohibition> _never;

    /// <summary>Brings it together.</summary>
    /// <param name="category">The category.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="grants">Its statements on data by category, each with all purposes that it grants.</param>
    public CategoryFacts(
        Term category, PolicyModel policy, ILookup<Term, (DataStatement Statement, TermSet Purposes)> grants)
    {
        _never = policy.Never.IsEmpty
            ? policy.Never
            : policy.Never
                .Where(never => never.Category is null || category.IsWithin(never.Category))
                .ToImmutableArray();

        var statements = ImmutableArray.CreateBuilder<DataStatement>();
        var purposes = TermSet.Empty;
        foreach (var term in category.SelfAndBroader())
        {
            foreach (var (statement, granted) in grants[term])
            {
                statements.Add(statement);
                purposes = purposes.Union(granted);
            }
            if (Nearest.IsDefault && statements.Count > 0)
                Nearest = statements.ToImmutable();
        }
        Statements = statements.ToImmutable();
        if (Nearest.IsDefault)
            Nearest = Statements;
        Purposes = Never("use").Any()
            ? TermSet.Of(purposes.In(policy.Vocabulary.Terms(TermKind.Purpose)).Where(purpose => !IsForbidden(purpose)))
            : purposes;
    }

    /// <summary>The statements on the category and on broader ones, nearest first.</summary>
    public ImmutableArray<DataStatement> Statements { get; }

    /// <summary>Those on the nearest of these terms: one, or one a subject.</summary>
    public ImmutableArray<DataStatement> Nearest { get; }

    /// <summary>The purposes for which it may be used.</summary>
    public TermSet Purposes { get; }

    /// <summary>What is forbidden of this category.</summary>
    public IEnumerable<Prohibition> Never(string action) => _never.Where(never => never.Action == action);

    private bool IsForbidden(Term purpose) =>
        Never("use").Any(never => never.Purpose is null || purpose.IsWithin(never.Purpose));
}
