using System.Collections.Immutable;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>A right that the policy states, and how it is served.</summary>
/// <param name="Right">The right.</param>
/// <param name="Within">The longest time to an answer; null where the policy says none.</param>
/// <param name="Clauses">The clauses of the published notice; empty for a decision beside it.</param>
/// <param name="Policy">Where the policy says so, such as <c>policies/jova-pos.policy.yaml:511</c>.</param>
public sealed record PolicyRight(
    PrivacyRight Right, AnswerTime? Within, ImmutableArray<string> Clauses, string Policy)
{
    /// <summary>The time that the notice promises, where it is another.</summary>
    public AnswerTime? Promised { get; init; }

    /// <summary>Whether the time counts from the confirmation; else it counts from the receipt.</summary>
    public bool StartsAtConfirmation { get; init; }

    /// <summary>By how much an answer may be late; null where it may not.</summary>
    public AnswerExtension? Extension { get; init; }

    /// <summary>Whether the policy asks for identity to be verified. The run time always does, whatever it says.</summary>
    public bool VerifyIdentity { get; init; }

    /// <summary>The category of data that proves who asks, such as <c>government.id-document</c>; null for none.</summary>
    public string? Evidence { get; init; }

    /// <summary>Whether receipt is confirmed.</summary>
    public bool Confirm { get; init; }

    /// <summary>Whether a person weighs it first: then somebody must say who does it.</summary>
    public bool IsEvaluated { get; init; }

    /// <summary>Whether a copy is offered before anything is erased.</summary>
    public bool OfferExport { get; init; }

    /// <summary>Where it is asked for: <c>email</c>, <c>phone</c>, <c>form</c>, <c>post</c>, <c>in-app</c>; empty says nothing of it.</summary>
    public ImmutableArray<string> Channels { get; init; } = [];

    /// <summary>How people hear that it is done: <c>email</c>, <c>sms</c>, <c>post</c>, the first that they can be reached by.</summary>
    public ImmutableArray<string> Notify { get; init; } = [];
}
