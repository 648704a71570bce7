using System.Collections.Immutable;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language;

/// <summary>What a policy says of one category, brought together when it is first asked for.</summary>
internal sealed class CategoryFacts
{
    private readonly ImmutableArray<Prohibition> _never;

    /// <summary>Brings it together.</summary>
    public CategoryFacts(Term category, PolicyStatements statements)
    {
        Category = category;
        _never = statements.NeverOf(category);
        Statements = statements.DataOf(category, out var nearest);
        Nearest = nearest;
    }

    /// <summary>The category.</summary>
    public Term Category { get; }

    /// <summary>The statements on the category and on broader ones, nearest first.</summary>
    public ImmutableArray<DataStatement> Statements { get; }

    /// <summary>Those on the nearest of these terms: one, or one a subject.</summary>
    public ImmutableArray<DataStatement> Nearest { get; }

    /// <summary>Answers given already.</summary>
    public CategoryAnswers Answers { get; } = new();

    /// <summary>What is forbidden of this category.</summary>
    public IEnumerable<Prohibition> Never(string action) => _never.Where(never => never.Action == action);

    /// <summary>What is forbidden of this category for the purpose and the recipient.</summary>
    public IEnumerable<Prohibition> Never(string action, Term? purpose, Term? recipient) =>
        Never(action).Where(never => Covers(never.Purpose, purpose) && Covers(never.Recipient, recipient));

    // A 'never' for one purpose or recipient says nothing of a question that names none.
    private static bool Covers(Term? broad, Term? narrow) => broad is null || narrow?.IsWithin(broad) == true;
}
