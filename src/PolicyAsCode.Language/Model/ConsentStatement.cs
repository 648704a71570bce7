using System.Collections.Immutable;

namespace PolicyAsCode.Language.Model;

/// <summary>How consent is given.</summary>
public enum ConsentManner
{
    /// <summary>By an act of the person, such as a box that is not ticked beforehand (GDPR Art. 4(11)).</summary>
    OptIn,

    /// <summary>In so many words (GDPR Art. 9(2)(a), UU PDP art. 22).</summary>
    Explicit,

    /// <summary>By mere use: no law that asks for consent takes it for one (GDPR recital 32).</summary>
    ByUse,
}

/// <summary>How the consent to a purpose is asked for and proved (GDPR Art. 7(1), UU PDP art. 24).</summary>
public sealed record ConsentStatement : Statement
{
    /// <summary>How it is given; null where the policy fails to say.</summary>
    public ConsentManner? Given { get; init; }

    /// <summary>Where it is asked for; empty says nothing of it.</summary>
    public ImmutableArray<Term> At { get; init; } = ImmutableArray<Term>.Empty;

    /// <summary>The category that records it; null where not said.</summary>
    public Term? Proof { get; init; }
}
