using System.Collections.Immutable;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language;

/// <summary>
/// A policy's statements by the term that they are on, so that a question looks at a term and its broader ones, and
/// never at all statements.
/// </summary>
internal sealed class PolicyStatements
{
    private readonly ILookup<Term, DataStatement> _data;
    private readonly ILookup<Term, RecipientStatement> _recipients;
    private readonly ProhibitionIndex _never;
    private readonly Dictionary<Term, PurposeStatement> _purposes = [];

    public PolicyStatements(PolicyModel policy)
    {
        _data = policy.Data.ToLookup(statement => statement.Category);
        _recipients = policy.Recipients.ToLookup(statement => statement.Recipient);
        _never = new(policy.Never);
        foreach (var statement in policy.Purposes)
            if (!_purposes.ContainsKey(statement.Purpose))
                _purposes.Add(statement.Purpose, statement);
    }

    /// <summary>The statements on the category and on broader ones, nearest first.</summary>
    /// <param name="category">The category.</param>
    /// <param name="nearest">Those on the nearest of these terms.</param>
    public ImmutableArray<DataStatement> DataOf(Term category, out ImmutableArray<DataStatement> nearest)
    {
        var all = ImmutableArray.CreateBuilder<DataStatement>();
        nearest = ImmutableArray<DataStatement>.Empty;
        foreach (var term in category.SelfAndBroader())
        {
            all.AddRange(_data[term]);
            if (nearest.IsEmpty && all.Count > 0)
                nearest = all.ToImmutable();
        }
        return all.ToImmutable();
    }

    /// <summary>The prohibitions that the category falls under, in the policy's order.</summary>
    public ImmutableArray<Prohibition> NeverOf(Term category) => _never.Of(category);

    /// <summary>The statements on the recipient and on broader ones, nearest first.</summary>
    public ImmutableArray<RecipientStatement> RecipientsOf(Term recipient) =>
        recipient.SelfAndBroader().SelectMany(term => _recipients[term]).ToImmutableArray();

    /// <summary>The statement on the purpose, or on the nearest broader one that has one; null where none has.</summary>
    public PurposeStatement? PurposeOf(Term purpose)
    {
        for (var term = purpose; term is not null; term = term.Broader)
            if (_purposes.TryGetValue(term, out var statement))
                return statement;
        return null;
    }
}
