using System.Collections.Immutable;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language;

/// <summary>What a policy says of one category, brought together once.</summary>
internal sealed class CategoryFacts
{
    private readonly ImmutableArray<Prohibition> _never;

    public CategoryFacts(Term category, PolicyModel policy)
    {
        _never = policy.Never.Where(never => never.Category is null || category.IsWithin(never.Category)).ToImmutableArray();
        Statements = category.SelfAndBroader()
            .SelectMany(term => policy.Data.Where(statement => ReferenceEquals(statement.Category, term)))
            .ToImmutableArray();
        Nearest = Statements.IsEmpty
            ? Statements
            : Statements.Where(statement => ReferenceEquals(statement.Category, Statements[0].Category)).ToImmutableArray();
        Purposes = TermSet.Of(policy.Vocabulary.Terms(TermKind.Purpose).Where(IsGranted).Where(purpose => !IsForbidden(purpose)));
    }

    /// <summary>The statements on the category and on broader ones, nearest first.</summary>
    public ImmutableArray<DataStatement> Statements { get; }

    /// <summary>Those on the nearest of these terms: one, or one a subject.</summary>
    public ImmutableArray<DataStatement> Nearest { get; }

    /// <summary>The purposes for which it may be used.</summary>
    public TermSet Purposes { get; }

    /// <summary>What is forbidden of this category.</summary>
    public IEnumerable<Prohibition> Never(string action) => _never.Where(never => never.Action == action);

    private bool IsGranted(Term purpose) => Statements.Any(statement => statement.Purposes.Any(purpose.IsWithin));

    private bool IsForbidden(Term purpose) => Never("use").Any(never => never.Purpose is null || purpose.IsWithin(never.Purpose));
}
