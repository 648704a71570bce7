using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos.Privacy;

/// <summary>A customer could not be erased; nothing was changed.</summary>
public sealed class ErasureRefusedException(Guid requestId, ErasureOutcome outcome)
    : InvalidOperationException($"The customer of request {requestId} was not erased: {outcome}.");
