using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Laws;

/// <summary>Against what an entry of a law pack was checked.</summary>
public enum CheckedAgainst
{
    /// <summary>Against nothing but knowledge of the law.</summary>
    Nothing,

    /// <summary>Against what others write of the article.</summary>
    Secondary,

    /// <summary>Against a copy of the article's text.</summary>
    Text,
}

/// <summary>One thing that a law asks, where it asks it, and how a policy is checked for it.</summary>
public sealed class LawArticle
{
    internal LawArticle(LawCondition condition) => Condition = condition;

    /// <summary>The law's name, as policies write it.</summary>
    public required string Law { get; init; }

    /// <summary>The articles, as lawyers write them: <c>12(3), 15</c>.</summary>
    public required string Article { get; init; }

    /// <summary>What it is about, in each language.</summary>
    public required Message Title { get; init; }

    /// <summary>What it asks, in a sentence in each language.</summary>
    public required Message Duty { get; init; }

    /// <summary>Where the article is published.</summary>
    public required string Source { get; init; }

    /// <summary>Against what the entry was checked.</summary>
    public required CheckedAgainst Checked { get; init; }

    /// <summary>
    /// On which facts it depends that no policy states, in each language (<c>special data on a large scale</c>): then it is
    /// a note, and never fails. Null for what holds for everybody.
    /// </summary>
    public Message? OnlyIf { get; init; }

    /// <summary>How a policy is checked for it.</summary>
    internal LawCondition Condition { get; }

    /// <summary>Where the pack says it.</summary>
    public required FileLocation Location { get; init; }

    /// <summary>How it is cited: <c>UU PDP art. 40</c>.</summary>
    public required string Citation { get; init; }

    /// <summary>The longest time that it gives to answer; null where it sets none.</summary>
    public Duration? Term => Condition.Term;

    /// <summary>Whether it bears on what a policy says there.</summary>
    public bool BearsOn(Statement statement, PolicyModel policy) => Condition.BearsOn(statement, policy);

    /// <summary>The citation.</summary>
    public override string ToString() => Citation;
}
