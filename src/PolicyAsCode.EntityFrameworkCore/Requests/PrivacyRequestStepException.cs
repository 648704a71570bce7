using System.Collections.Immutable;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>A step that a request cannot take from where it is: nothing runs before identity is verified, nothing twice.</summary>
public sealed class PrivacyRequestStepException : InvalidOperationException
{
    internal PrivacyRequestStepException(PrivacyRequest request, string step, string why, PolicyRight? promised = null)
        : base($"Request {request.Id} ({request.Right}) is {request.State} and cannot be {step}: {why}"
            + (promised is { Clauses.Length: > 0 } ? $" [{string.Join(", ", promised.Clauses)}]" : "")) =>
        (RequestId, State, Clauses) = (request.Id, request.State, promised?.Clauses ?? []);

    /// <summary>The request.</summary>
    public Guid RequestId { get; }

    /// <summary>The clauses of the notice that promise what stands against it; empty where none does.</summary>
    public ImmutableArray<string> Clauses { get; }

    /// <summary>How far it has come.</summary>
    public PrivacyRequestState State { get; }
}
