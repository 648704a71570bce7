using System.Collections.Immutable;

namespace PolicyAsCode.Language.Model;

/// <summary>From when the time to answer counts.</summary>
public enum RightStart
{
    /// <summary>From the day of the request (GDPR Art. 12(3)).</summary>
    Request,

    /// <summary>From the day on which its receipt is confirmed.</summary>
    Confirmation,
}

/// <summary>By how much an answer may be late (GDPR Art. 12(3): two further months, with the reasons).</summary>
/// <param name="Within">The further time.</param>
/// <param name="IsExplained">Whether the person is told why, and until when.</param>
public sealed record RightExtension(Duration Within, bool IsExplained);

/// <summary>A right of the subject, and how it is served (GDPR Art. 12 to 22, UU PDP art. 5 to 15).</summary>
public sealed record RightStatement : Statement
{
    /// <summary>
    /// <c>information</c>, <c>access</c>, <c>rectification</c>, <c>erasure</c>, <c>restriction</c>, <c>portability</c>,
    /// <c>objection</c>, <c>withdraw-consent</c>, <c>automated-decisions</c> or <c>complaint</c>.
    /// </summary>
    public required string Right { get; init; }

    /// <summary>The longest answer time, as the controller serves it; null where not said.</summary>
    public Duration? Within { get; init; }

    /// <summary>The longest answer time that the notice promises, where it differs; null where it does not.</summary>
    public Duration? Promised { get; init; }

    /// <summary>From when the time counts.</summary>
    public RightStart Starts { get; init; }

    /// <summary>By how much an answer may be late; null where it may not.</summary>
    public RightExtension? Extension { get; init; }

    /// <summary>Whether identity is verified first (GDPR Art. 12(6)).</summary>
    public bool VerifyIdentity { get; init; }

    /// <summary>The data that proves who asks; null where no proof is asked for.</summary>
    public Term? Evidence { get; init; }

    /// <summary>The data that a request is to hold, such as name and e-mail address.</summary>
    public ImmutableArray<Term> Asks { get; init; } = ImmutableArray<Term>.Empty;

    /// <summary>
    /// Ways in: <c>email</c>, <c>phone</c>, <c>form</c>, <c>post</c>, <c>in-app</c>; empty says nothing of it.
    /// </summary>
    public ImmutableArray<string> Channels { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Whether receipt is confirmed.</summary>
    public bool Confirm { get; init; }

    /// <summary>Whether a copy is offered before anything is erased.</summary>
    public bool OfferExport { get; init; }

    /// <summary>Whether a request is weighed first, and the person told what was done.</summary>
    public bool IsEvaluated { get; init; }

    /// <summary>Channels of the last message: <c>email</c>, <c>sms</c>, <c>post</c>.</summary>
    public ImmutableArray<string> Notify { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Whether it can be undone.</summary>
    public bool Reversible { get; init; }

    /// <summary>The format of a copy, such as <c>json</c>; null where not said.</summary>
    public string? Format { get; init; }

    /// <summary>
    /// People of which countries or blocs the notice promises it to, as <c>Regions</c> writes them; empty is
    /// everyone.
    /// </summary>
    public ImmutableArray<string> People { get; init; } = ImmutableArray<string>.Empty;
}
