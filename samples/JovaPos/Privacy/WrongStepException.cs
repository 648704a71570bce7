using JovaPos.Data;

namespace JovaPos.Privacy;

/// <summary>
/// A step of a deletion request that is not its next one; nothing is erased before verification [JOVA-4.4].
/// </summary>
public sealed class WrongStepException(Guid requestId, DeletionRequestState state, DeletionRequestState wanted)
    : InvalidOperationException($"Request {requestId} is {state}; it cannot become {wanted}.");
