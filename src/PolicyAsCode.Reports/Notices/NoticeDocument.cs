namespace PolicyAsCode.Reports.Notices;

/// <summary>A notice, or what one differs in, without a trace of any format.</summary>
/// <param name="Language">The language of its words.</param>
/// <param name="Title">Its title.</param>
/// <param name="Lead">What it begins with, a paragraph each.</param>
/// <param name="Sections">Its sections; none is empty.</param>
internal sealed record NoticeDocument(
    MessageLanguage Language, string Title, ImmutableArray<string> Lead, ImmutableArray<NoticeSection> Sections)
{
    /// <summary>The clauses that it states, each once, in the order in which they come.</summary>
    public IEnumerable<string> Clauses => Sections.SelectMany(section => section.Statements).SelectMany(one => one.Clauses).Distinct();
}

/// <summary>A section: what people ask.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Heading">The question.</param>
/// <param name="Statements">The answers.</param>
internal sealed record NoticeSection(string Id, string Heading, ImmutableArray<NoticeStatement> Statements);

/// <summary>A statement of a notice.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Clauses">The clauses that it states; empty for a decision.</param>
internal sealed record NoticeStatement(string Text, ImmutableArray<string> Clauses)
{
    /// <summary>Whether the controller decided some of it, alone or beside its clauses.</summary>
    public bool IsDecision { get; init; }

    /// <summary>
    /// What was decided beside each clause, where one statement of the notice tells several of the policy; null where it tells one.
    /// </summary>
    public ImmutableDictionary<string, string>? Decided { get; init; }

    /// <summary>Whether what belongs to it is a list of its own.</summary>
    public bool HasList { get; init; }

    /// <summary>Sentences that belong to it.</summary>
    public ImmutableArray<string> More { get; init; } = [];
}
