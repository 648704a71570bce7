namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>A step that a request cannot take from where it is: nothing runs before identity is verified, nothing twice.</summary>
public sealed class PrivacyRequestStepException : InvalidOperationException
{
    internal PrivacyRequestStepException(PrivacyRequest request, string step, string why)
        : base($"Request {request.Id} ({request.Right}) is {request.State} and cannot be {step}: {why}") =>
        (RequestId, State) = (request.Id, request.State);

    /// <summary>The request.</summary>
    public Guid RequestId { get; }

    /// <summary>How far it has come.</summary>
    public PrivacyRequestState State { get; }
}
