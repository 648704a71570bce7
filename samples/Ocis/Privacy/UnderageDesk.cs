using PolicyAsCode.EntityFrameworkCore;

namespace Ocis.Privacy;

/// <summary>Whoever turns out to be too young is erased at once, without being asked [OCIS-6.1].</summary>
public sealed class UnderageDesk(ISubjectErasure erasure, ILogger<UnderageDesk> log)
{
    /// <summary>False where there is nobody left.</summary>
    public async Task<bool> EraseAsync(Guid userId, CancellationToken cancel)
    {
        var receipt = await erasure.EraseAsync(Subjects.User, userId.ToString(), cancel: cancel);
        log.LogInformation("User {UserId} was too young: {Outcome}", userId, receipt.Outcome);
        return receipt.Outcome == ErasureOutcome.Erased;
    }
}
