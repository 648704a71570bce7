namespace PolicyAsCode.Cli.Explaining;

/// <summary>What somebody wants to know: may this data be used for that purpose, and handed to that recipient?</summary>
internal sealed record Question(Term Category, Term Purpose)
{
    /// <summary>Who would get it; null where nobody else does.</summary>
    public Term? Recipient { get; init; }

    /// <summary>Whose data it is; null for anybody's.</summary>
    public Term? Subject { get; init; }

    /// <summary>In which form; null for any, and then the answer says which.</summary>
    public Form? As { get; init; }

    /// <summary>What has been proved.</summary>
    public ImmutableArray<Term> Given { get; init; } = [];
}
